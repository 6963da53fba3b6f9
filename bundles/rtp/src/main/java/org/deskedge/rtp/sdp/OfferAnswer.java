/*
 * Copyright 2026 The Deskedge Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package org.deskedge.rtp.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.deskedge.rtp.srtp.SrtpKeys;
import org.deskedge.rtp.srtp.SrtpMode;

/**
 * One side of the offer/answer model (RFC 3264) for one stream of voice.
 *
 * <p>An answer takes the first stream of the offer that can be used, and of its codecs the one this
 * side wants most: one alone, so that the other side cannot change it in mid-call without asking
 * (section 6.1 lets it where there are several), beside telephone events and comfort noise. Every
 * other stream is refused. A stream whose address is all zeros is on hold in the old way (section
 * 8.4): nothing is to be sent to it. Not safe for use by several threads.
 */
public final class OfferAnswer {

  private static final int MAX_REASONS = 4;
  private static final RtcpAttributes OFFERED = RtcpAttributes.NONE.withMux().withVoipMetrics();

  private final LocalAddresses addresses;
  private final MediaPolicy policy;
  private final String sessionId;
  private final LocalFormats formats;
  private final KeyAgreement keys;
  private final AudioSelection selection;
  private InetSocketAddress local;
  private String protocol;
  private StreamDirection offered = StreamDirection.SENDRECV;
  private Optional<InetAddress> lastRemote = Optional.empty();
  private List<MediaDescription> described = List.of();
  private String describedFrom = "";
  private long version;

  /** An answer and what was agreed with it. */
  public record Answer(SessionDescription description, AgreedStream stream) {}

  /**
   * Begins a session.
   *
   * @param addresses where this side receives RTP
   * @param policy what this side wants
   * @param sessionId of the origin line, not negative; unique at this side
   */
  public OfferAnswer(LocalAddresses addresses, MediaPolicy policy, long sessionId) {
    this.addresses = addresses;
    this.policy = policy;
    this.sessionId = Long.toString(sessionId);
    this.formats = new LocalFormats(policy.codecs());
    this.keys = new KeyAgreement(policy);
    this.selection = new AudioSelection(addresses, policy, formats);
    this.local = addresses.preferred();
    // Keys beside plain RTP are what phones with optional protection look for; only those that
    // must have it are offered the profile of it, which others refuse.
    this.protocol = policy.srtp() == SrtpMode.REQUIRED ? "RTP/SAVP" : "RTP/AVP";
  }

  /** Returns {@link #offer(StreamDirection)} for both ways. */
  public SessionDescription offer() {
    return offer(StreamDirection.SENDRECV);
  }

  /**
   * Returns this side's offer: every codec it has. Streams refused before stay refused (section 8:
   * the number of streams never goes down).
   *
   * @param direction wanted: {@code SENDONLY} or {@code INACTIVE} puts the other side on hold
   */
  public SessionDescription offer(StreamDirection direction) {
    offered = direction;
    MediaDescription audio =
        audio(protocol, formats.offered(), policy.ptime(), OFFERED, keys.offered(), direction);
    if (described.isEmpty()) {
      return describe(List.of(audio));
    }
    return describe(described.stream().map(old -> old.port() == 0 ? old : audio).toList());
  }

  /**
   * Answers the other side's offer.
   *
   * @throws SdpException if no stream of it can be used; the message says why for each
   */
  public Answer answer(SessionDescription offer) throws SdpException {
    int index = firstUsable(offer);
    MediaDescription taken = offer.media().get(index);
    LocalFormats.Choice choice = formats.best(taken);
    SendingFormats sending = formats.sending(taken, choice.theirs());
    List<MediaFormat> receiving = formats.answering(choice, sending);
    KeyAgreement.Result crypto = keys.answer(taken);
    StreamDirection direction = taken.direction().reversed();
    AgreedStream stream =
        agreed(offer, taken, choice, sending, receiving, direction, crypto.keys());
    MediaDescription audio =
        audio(
            taken.protocol(),
            receiving,
            stream.ptime(),
            answered(stream),
            crypto.answer().map(List::of).orElse(List.of()),
            stream.direction());
    List<MediaDescription> answer = new ArrayList<>();
    for (MediaDescription other : offer.media()) {
      answer.add(answer.size() == index ? audio : other.refused());
    }
    return new Answer(describe(answer), stream);
  }

  /**
   * Takes the other side's answer to {@link #offer()}.
   *
   * @throws SdpException if it refuses the stream, or names no codec that was offered, or nothing
   *     was offered, or the stream must be protected and is not
   */
  public AgreedStream accept(SessionDescription answer) throws SdpException {
    int index = 0;
    while (index < described.size() && described.get(index).port() == 0) {
      index++;
    }
    if (index == described.size()) {
      throw new SdpException("no usable audio: nothing was offered that this could answer");
    }
    if (index >= answer.media().size()) {
      throw new SdpException("no usable audio: the answer has no stream " + (index + 1));
    }
    MediaDescription stream = answer.media().get(index);
    Optional<String> problem = selection.problem(answer, stream);
    if (problem.isPresent()) {
      throw new SdpException("no usable audio: " + problem.get());
    }
    Optional<SrtpKeys> agreedKeys = keys.accept(stream);
    LocalFormats.Choice choice = formats.common(stream).get(0);
    // Each side sends under the payload types of the other's description (section 5.1).
    List<MediaFormat> receiving =
        formats.offered().stream()
            .filter(own -> stream.meanings().stream().anyMatch(t -> own.map().sameCodec(t.map())))
            .toList();
    StreamDirection own = stream.direction().reversed();
    return agreed(
        answer,
        stream,
        choice,
        formats.sending(stream, choice.theirs()),
        receiving,
        StreamDirection.of(own.sends() && offered.sends(), own.receives() && offered.receives()),
        agreedKeys);
  }

  private int firstUsable(SessionDescription offer) throws SdpException {
    List<String> reasons = new ArrayList<>();
    for (MediaDescription stream : offer.media()) {
      Optional<String> problem = selection.problem(offer, stream).or(() -> keys.problem(stream));
      if (problem.isEmpty()) {
        return reasons.size();
      }
      reasons.add(problem.get());
    }
    if (reasons.isEmpty()) {
      throw new SdpException("no usable audio: no stream is offered (m= line)");
    }
    throw new SdpException(
        "no usable audio: " + String.join("; ", reasons.stream().limit(MAX_REASONS).toList()));
  }

  private AgreedStream agreed(
      SessionDescription theirs,
      MediaDescription stream,
      LocalFormats.Choice choice,
      SendingFormats sending,
      List<MediaFormat> receiving,
      StreamDirection direction,
      Optional<SrtpKeys> srtp) {
    InetAddress written = theirs.addressOf(stream).orElseThrow();
    boolean held = written.isAnyLocalAddress();
    // Whoever holds in the old way still sends its music from where it was.
    InetAddress address = held ? lastRemote.orElse(written) : written;
    if (!held) {
      lastRemote = Optional.of(address);
      local = addresses.reaching(address).orElseThrow();
    }
    protocol = stream.protocol();
    InetSocketAddress remote = new InetSocketAddress(address, stream.port());
    boolean mux = stream.rtcp().mux() && RemoteRtcp.canShare(sending, receiving);
    return new AgreedStream(
        local,
        remote,
        mux ? remote : RemoteRtcp.of(remote, stream.rtcp()),
        mux,
        sending,
        receiving,
        PacketTime.agreed(policy.ptime(), choice, stream),
        StreamDirection.of(direction.sends() && !held, direction.receives()),
        srtp,
        stream.rtcp().voipMetrics());
  }

  /** An answer has what the offer has, where this side can (RFC 5761 section 5.1.1). */
  private static RtcpAttributes answered(AgreedStream stream) {
    RtcpAttributes own = stream.rtcpMux() ? RtcpAttributes.NONE.withMux() : RtcpAttributes.NONE;
    return stream.voipMetrics() ? own.withVoipMetrics() : own;
  }

  private MediaDescription audio(
      String profile,
      List<MediaFormat> own,
      int ptime,
      RtcpAttributes rtcp,
      List<CryptoAttribute> crypto,
      StreamDirection direction) {
    Map<String, String> parameters = new HashMap<>();
    for (MediaFormat format : own) {
      String name = Integer.toString(format.payloadType());
      format.parameters().ifPresent(text -> parameters.put(name, text));
    }
    return new MediaDescription(
        "audio",
        local.getPort(),
        profile,
        own.stream().map(format -> Integer.toString(format.payloadType())).toList(),
        Optional.empty(),
        own.stream().map(MediaFormat::map).toList(),
        parameters,
        OptionalInt.of(ptime),
        OptionalInt.empty(),
        rtcp,
        crypto,
        direction);
  }

  private SessionDescription describe(List<MediaDescription> media) {
    String address = SdpAddress.write(local.getAddress());
    if (!media.equals(described) || !address.equals(describedFrom)) {
      described = List.copyOf(media);
      describedFrom = address;
      version++;
    }
    String type = SdpAddress.typeOf(local.getAddress());
    return new SessionDescription(
        new Origin(
            "-",
            sessionId,
            Long.toString(version),
            type,
            address.substring(address.lastIndexOf(' ') + 1)),
        "-",
        Optional.of(local.getAddress()),
        media);
  }
}
