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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One side of the offer/answer model (RFC 3264) for one stream of voice.
 *
 * <p>An answer takes the first stream of the offer that can be used, and of it the first codec both
 * sides have; every other stream is refused. A stream whose address is all zeros is on hold in the
 * old way (RFC 3264 section 8.4): nothing is to be sent to it. Not safe for use by several threads.
 */
public final class OfferAnswer {

  private static final int MAX_REASONS = 4;

  private final InetSocketAddress local;
  private final List<RtpMap> codecs;
  private final int ptime;
  private final String sessionId;
  private final AudioSelection selection;
  private List<MediaDescription> described = List.of();
  private long version;

  /** An answer and what was agreed with it. */
  public record Answer(SessionDescription description, AgreedStream stream) {}

  /**
   * Begins a session.
   *
   * @param local where this side receives RTP; a literal address
   * @param codecs what this side has, most wanted first
   * @param ptime milliseconds of voice in the packets this side sends
   * @param sessionId of the origin line, not negative; unique at this side
   */
  public OfferAnswer(InetSocketAddress local, List<RtpMap> codecs, int ptime, long sessionId) {
    this.local = local;
    this.codecs = List.copyOf(codecs);
    this.ptime = ptime;
    this.sessionId = Long.toString(sessionId);
    this.selection = new AudioSelection(local, codecs);
  }

  /**
   * Returns this side's offer: every codec it has, both ways. Streams refused before stay refused
   * (section 8: the number of streams never goes down).
   */
  public SessionDescription offer() {
    MediaDescription audio = audio("RTP/AVP", codecs, StreamDirection.SENDRECV);
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
    MediaDescription taken = firstUsable(offer);
    RtpMap codec = selection.common(taken).get(0);
    AgreedStream stream = agreed(offer, taken, codec, List.of(codec));
    MediaDescription audio = audio(taken.protocol(), List.of(codec), stream.direction());
    List<MediaDescription> answer = new ArrayList<>();
    boolean found = false;
    for (MediaDescription offered : offer.media()) {
      boolean isTaken = !found && offered.equals(taken);
      found |= isTaken;
      answer.add(isTaken ? audio : offered.refused());
    }
    return new Answer(describe(answer), stream);
  }

  /**
   * Takes the other side's answer to {@link #offer()}.
   *
   * @throws SdpException if it refuses the stream, or names no codec that was offered
   * @throws IllegalStateException if nothing was offered
   */
  public AgreedStream accept(SessionDescription answer) throws SdpException {
    int index = 0;
    while (index < described.size() && described.get(index).port() == 0) {
      index++;
    }
    if (index == described.size()) {
      throw new IllegalStateException("nothing was offered");
    }
    if (index >= answer.media().size()) {
      throw new SdpException("no usable audio: the answer has no stream " + (index + 1));
    }
    MediaDescription stream = answer.media().get(index);
    Optional<String> problem = selection.problem(answer, stream);
    if (problem.isPresent()) {
      throw new SdpException("no usable audio: " + problem.get());
    }
    List<RtpMap> common = selection.common(stream);
    // Each side sends under the payload types of the other's description (section 5.1).
    List<RtpMap> receiving =
        codecs.stream().filter(own -> common.stream().anyMatch(own::sameCodec)).toList();
    return agreed(answer, stream, common.get(0), receiving);
  }

  private MediaDescription firstUsable(SessionDescription offer) throws SdpException {
    List<String> reasons = new ArrayList<>();
    for (MediaDescription stream : offer.media()) {
      Optional<String> problem = selection.problem(offer, stream);
      if (problem.isEmpty()) {
        return stream;
      }
      reasons.add(problem.get());
    }
    if (reasons.isEmpty()) {
      throw new SdpException("no usable audio: no stream is offered (m= line)");
    }
    throw new SdpException(
        "no usable audio: " + String.join("; ", reasons.stream().limit(MAX_REASONS).toList()));
  }

  private static AgreedStream agreed(
      SessionDescription remote, MediaDescription stream, RtpMap sending, List<RtpMap> receiving) {
    InetAddress address = remote.addressOf(stream).orElseThrow();
    StreamDirection own = stream.direction().reversed();
    return new AgreedStream(
        new InetSocketAddress(address, stream.port()),
        sending,
        receiving,
        StreamDirection.of(own.sends() && !address.isAnyLocalAddress(), own.receives()));
  }

  private MediaDescription audio(String protocol, List<RtpMap> maps, StreamDirection direction) {
    return new MediaDescription(
        "audio",
        local.getPort(),
        protocol,
        maps.stream().map(map -> Integer.toString(map.payloadType())).toList(),
        Optional.empty(),
        maps,
        OptionalInt.of(ptime),
        direction);
  }

  private SessionDescription describe(List<MediaDescription> media) {
    if (!media.equals(described)) {
      described = List.copyOf(media);
      version++;
    }
    String type = SdpAddress.typeOf(local.getAddress());
    String address = SdpAddress.write(local.getAddress()).substring("IN IP4 ".length());
    return new SessionDescription(
        new Origin("-", sessionId, Long.toString(version), type, address),
        "-",
        Optional.of(local.getAddress()),
        media);
  }
}
