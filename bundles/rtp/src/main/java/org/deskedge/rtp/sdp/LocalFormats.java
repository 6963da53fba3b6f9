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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this side offers and answers with: its codecs, telephone events and comfort noise. */
final class LocalFormats {

  /** The events a telephone has: digits, star, hash, A to D (RFC 4733 section 3.2). */
  private static final Optional<String> ALL_DIGITS = Optional.of("0-15");

  private final List<LocalCodec> codecs;
  private final PayloadTypes payloadTypes = new PayloadTypes();

  /** A codec both sides have, as the other side described it. */
  record Choice(LocalCodec codec, MediaFormat theirs) {}

  LocalFormats(List<LocalCodec> codecs) {
    this.codecs = codecs;
  }

  /**
   * Returns all there is, in the order of policy: the codecs, then events at every clock rate of
   * theirs (RFC 4733 section 2.1), then comfort noise, which codecs of 8,000 Hz need (RFC 3389).
   */
  List<MediaFormat> offered() {
    List<MediaFormat> all = new ArrayList<>();
    for (LocalCodec codec : codecs) {
      all.add(new MediaFormat(payloadTypes.own(codec.map(0)), codec.parameters()));
    }
    rates().forEach(rate -> all.add(events(payloadTypes.own(eventsAt(rate)))));
    if (rates().contains(RtpMap.CN.clockRate())) {
      all.add(new MediaFormat(payloadTypes.own(RtpMap.CN), Optional.empty()));
    }
    return all;
  }

  /** Returns the codecs both sides have, in the other side's order. */
  List<Choice> common(MediaDescription theirs) {
    return theirs.meanings().stream()
        .filter(MediaFormat::isSpeech)
        .flatMap(
            format ->
                codecs.stream()
                    .filter(codec -> codec.is(format.map()))
                    .map(codec -> new Choice(codec, format)))
        .toList();
  }

  /** Returns the codec of an offer that this side wants most. */
  Choice best(MediaDescription offer) {
    List<Choice> common = common(offer);
    for (LocalCodec codec : codecs) {
      for (Choice choice : common) {
        if (choice.codec().equals(codec)) {
          return choice;
        }
      }
    }
    throw new IllegalArgumentException("no common codec");
  }

  /** Returns what is sent to the other side with a codec. */
  SendingFormats sending(MediaDescription theirs, MediaFormat speech) {
    List<MediaFormat> all = theirs.meanings();
    return new SendingFormats(
        speech,
        all.stream()
            .filter(format -> format.isEvents() && format.clockRate() == speech.clockRate())
            .findFirst()
            .or(() -> all.stream().filter(this::areKnownEvents).findFirst()),
        all.stream()
            .filter(format -> format.isNoise() && format.clockRate() == speech.clockRate())
            .filter(format -> format.map().sameCodec(RtpMap.CN))
            .findFirst());
  }

  /** Returns the formats of an answer, under this side's payload types. */
  List<MediaFormat> answering(Choice choice, SendingFormats sending) {
    List<MediaFormat> formats = new ArrayList<>();
    formats.add(
        new MediaFormat(
            payloadTypes.answering(choice.theirs().map()),
            choice.codec().answering(choice.theirs().parameters())));
    sending.events().ifPresent(e -> formats.add(events(payloadTypes.answering(e.map()))));
    sending
        .noise()
        .ifPresent(
            noise ->
                formats.add(
                    new MediaFormat(payloadTypes.answering(noise.map()), Optional.empty())));
    return formats;
  }

  private boolean areKnownEvents(MediaFormat format) {
    return rates().stream().anyMatch(rate -> format.map().sameCodec(eventsAt(rate)));
  }

  private List<Integer> rates() {
    return codecs.stream().map(LocalCodec::clockRate).distinct().sorted().toList();
  }

  private static RtpMap eventsAt(int clockRate) {
    return new RtpMap(0, MediaFormat.EVENTS, clockRate, 1);
  }

  private static MediaFormat events(RtpMap map) {
    return new MediaFormat(map, ALL_DIGITS);
  }
}
