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
package org.deskedge.testbed.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.MouthToEar;
import org.deskedge.testbed.voice.Sound;
import org.deskedge.testbed.voice.SoundRecording;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.voice.SpeechComparison;
import org.deskedge.testbed.voice.SpeechMatch;
import org.deskedge.testbed.voice.TimedSound;
import org.deskedge.testbed.voice.Wav;
import org.deskedge.testbed.wire.PacketCapture;
import org.deskedge.testbed.wire.PcapFile;
import org.deskedge.testbed.wire.RtpCount;
import org.deskedge.testbed.wire.RtpFlow;
import org.deskedge.testbed.wire.RtpSound;

/**
 * Measures one call: listens at the phone's interface, the client's mouth and its loudspeaker from
 * before the call to its end. Not thread-safe.
 *
 * <pre>
 * start, set the call up, speak, hang up, finish
 * </pre>
 */
public final class CallMeasurement implements AutoCloseable {
  /** Silence before the far-end phone's speech: time for the voice path to come up. */
  public static final Duration FAR_END_LEAD = Duration.ofSeconds(3);

  /** Silence after it: longer than any call, which would end where the file does. */
  public static final Duration FAR_END_TAIL = Duration.ofMinutes(2);

  private static final Duration SPEAKING = Duration.ofSeconds(60);
  private static final int DRAIN_MS = 1500;

  private final String name;
  private final Sound sound;
  private final String phoneAddress;
  private final StateDirectory state;
  private final PacketCapture capture;
  private final SoundRecording mouth;
  private final SoundRecording speaker;

  private CallMeasurement(
      String name,
      Sound sound,
      NetworkBaseline.Place phone,
      StateDirectory state,
      PacketCapture capture) {
    this.name = name;
    this.sound = sound;
    this.phoneAddress = phone.address();
    this.state = state;
    this.capture = capture;
    this.mouth = sound.recordMouth();
    this.speaker = sound.recordSpeaker();
  }

  /**
   * Begins to listen.
   *
   * @param name names its capture and recordings
   */
  public static CallMeasurement start(
      String name, Sound sound, NetworkBaseline.Place phone, StateDirectory state) {
    PacketCapture capture =
        PacketCapture.start(name, phone.namespace(), phone.networkInterface(), state);
    return new CallMeasurement(name, sound, phone, state, capture);
  }

  /** Speaks the person's sentences into the mouth and waits for their end, about 11 s. */
  public void speak() {
    try (ManagedProcess player = sound.speak(Speech.PERSON.samples())) {
      player.await(SPEAKING);
    }
    Waiting.pause(DRAIN_MS);
  }

  /**
   * Stops listening and works everything out. The call must have ended. What was heard is kept as
   * WAV files in the state directory's folder {@code recordings}.
   *
   * @param direction {@code outgoing} or {@code incoming}
   * @param phoneHeard what the far-end phone recorded
   * @param setUp from dialling to the call being up
   * @param playoutClaimedMs the client's claim, if it made one
   * @throws TestBedException if there was no G.711 to or from the phone
   * @throws IllegalArgumentException if so little speech was heard that it has no delay
   */
  public CallResult finish(
      String direction, short[] phoneHeard, Duration setUp, OptionalDouble playoutClaimedMs) {
    TimedSound spoken = mouth.stop();
    TimedSound loudspeaker = speaker.stop();
    PcapFile packets = capture.stop();
    keep("mouth", spoken.samples());
    keep("client-heard", loudspeaker.samples());
    keep("far-end-heard", phoneHeard);
    short[] said = Speech.PERSON.samples();
    short[] answered = Speech.FAR_END.samples();
    RtpCount count = RtpCount.at(phoneAddress, packets);
    RtpFlow leaving = mainFlow(count, true);
    RtpFlow arriving = mainFlow(count, false);
    SpeechMatch toFarEnd = SpeechComparison.compare(said, phoneHeard);
    SpeechMatch toClient = SpeechComparison.compare(answered, loudspeaker.samples());
    return new CallResult(
        direction,
        G711.ofPayloadType(arriving.packets().get(0).payloadType()).name(),
        setUp.toMillis(),
        count.sent(),
        count.received(),
        toFarEnd.correlation(),
        toClient.correlation(),
        playoutClaimedMs.isPresent() ? playoutClaimedMs.getAsDouble() : null,
        new MouthToEarMs(
            MouthToEar.of(said, spoken, RtpSound.arrived(arriving)).medianMs(),
            MouthToEar.of(answered, RtpSound.spoken(leaving), loudspeaker).medianMs()),
        SpeechDetail.of(toFarEnd),
        SpeechDetail.of(toClient));
  }

  private RtpFlow mainFlow(RtpCount count, boolean sent) {
    List<RtpFlow> flows =
        count.flows().stream()
            .filter(flow -> (sent ? flow.source() : flow.target()).address().equals(phoneAddress))
            .toList();
    return flows.stream()
        .max(Comparator.comparingInt(flow -> flow.packets().size()))
        .orElseThrow(
            () -> new TestBedException("the phone " + (sent ? "sent" : "received") + " no RTP"));
  }

  private void keep(String what, short[] samples) {
    Path file = state.folder("recordings").resolve(name + "-" + what + ".wav");
    try {
      Wav.write(file, samples);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Stops listening, if {@link #finish} did not. */
  @Override
  public void close() {
    mouth.close();
    speaker.close();
    capture.close();
  }
}
