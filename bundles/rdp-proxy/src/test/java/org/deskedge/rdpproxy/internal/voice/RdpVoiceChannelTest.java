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
package org.deskedge.rdpproxy.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.api.voice.VoiceListener;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.audin.Audin;
import org.deskedge.rdp.audin.FormatChange;
import org.deskedge.rdp.audin.Formats;
import org.deskedge.rdp.audin.Open;
import org.deskedge.rdp.audin.OpenReply;
import org.deskedge.rdp.audin.Version;
import org.deskedge.rdp.dynvc.DynvcPdu;
import org.deskedge.rdp.rdpsnd.AudioFormat;
import org.deskedge.rdp.rdpsnd.ClientFormats;
import org.deskedge.rdp.rdpsnd.Rdpsnd;
import org.deskedge.rdp.rdpsnd.TrainingConfirm;
import org.deskedge.rdp.rdpsnd.WaveConfirm;
import org.deskedge.rdpproxy.internal.channel.Legs;
import org.junit.jupiter.api.Test;

class RdpVoiceChannelTest {

  private static final AudioFormat NARROW = AudioFormat.pcm(8_000, 1);
  private static final AudioFormat WIDE = AudioFormat.pcm(16_000, 1);
  private static final AudioFormat OTHER = AudioFormat.pcm(44_100, 2);

  private final EmbeddedChannel clock = new EmbeddedChannel();
  private final EventLoop loop = clock.eventLoop();
  private final Legs legs = new Legs(name -> null);
  private RdpVoiceChannel voice = new RdpVoiceChannel(loop, legs.channels(), 8_000);
  private final Microphone microphone = new Microphone();
  private int playbackId;
  private int captureId;
  private int formatOfWave;
  private Open asked;
  private List<AudioFormat> plays = List.of(OTHER, NARROW);
  private List<AudioFormat> captures = List.of(NARROW);

  @Test
  void opensBothDirectionsAndThenPlays() throws Exception {
    Future<Void> opened = open();

    assertThat(opened.isSuccess()).isTrue();
    assertThat(voice.play(new short[160])).isTrue();
    DynvcPdu.Data wave = (DynvcPdu.Data) legs.client().get(0);
    assertThat(wave.channelId()).isEqualTo(playbackId);
    assertThat(Rdpsnd.type(wave.data())).isEqualTo(Rdpsnd.WAVE2);
    assertThat(wave.data().readableBytes()).isEqualTo(16 + 320);
    assertThat(voice.statistics().framesPlayed()).isEqualTo(1);
  }

  @Test
  void theMicrophonesSamplesReachTheCallAsTheyWere() throws Exception {
    open();
    ByteBuf data = Unpooled.buffer().writeByte(Audin.DATA);
    data.writeShortLE(1).writeShortLE(-2).writeShortLE(32_767);

    legs.fromClient(new DynvcPdu.Data(captureId, data));

    assertThat(microphone.samples).containsExactly((short) 1, (short) -2, (short) 32_767);
    assertThat(voice.statistics().samplesCaptured()).isEqualTo(3);
  }

  @Test
  void nothingIsPlayedBeforeBothDirectionsAreOpen() throws Exception {
    begin();

    assertThat(voice.play(new short[160])).isFalse();
  }

  @Test
  void theClientsClaimOfItsLatencyIsMetered() throws Exception {
    open();
    voice.play(new short[160]);
    ByteBuf wave = ((DynvcPdu.Data) legs.client().get(0)).data();
    int timestamp = wave.getUnsignedShortLE(4);
    int block = wave.getUnsignedByte(8);

    confirm(timestamp, block);
    confirm((timestamp + 39) & 0xFFFF, block);

    assertThat(voice.statistics().playoutLatencyMillis()).hasValue(39);
  }

  @Test
  void playbackStaysOpenForTheNextCallAndTheMicrophoneIsOpenedAnew() throws Exception {
    open();
    voice.release();
    assertThat(legs.client()).containsExactly(new DynvcPdu.Close(captureId));

    Future<Void> again = voice.open(microphone);
    DynvcPdu.CreateRequest request = (DynvcPdu.CreateRequest) legs.client().get(0);
    assertThat(request.name()).isEqualTo("AUDIO_INPUT");
    captureId = request.channelId();
    openCapture();

    assertThat(again.isSuccess()).isTrue();
  }

  @Test
  void aClientThatRefusesTheMicrophoneFailsTheOpening() throws Exception {
    Future<Void> opened = begin();

    legs.fromClient(new DynvcPdu.CreateResponse(captureId, 0xC0000001));

    assertThat(opened.isSuccess()).isFalse();
    assertThat(opened.cause()).hasMessageContaining("refused AUDIO_INPUT");
    assertThat(microphone.closed).isEmpty();
  }

  @Test
  void aClientThatDoesNotAnswerFailsTheOpening() throws Exception {
    Future<Void> opened = begin();

    clock.advanceTimeBy(10, TimeUnit.SECONDS);
    clock.runScheduledPendingTasks();

    assertThat(opened.cause()).hasMessageContaining("within 10 s");
    assertThat(legs.client()).containsExactly(new DynvcPdu.Close(captureId));
  }

  @Test
  void aClientThatHasNoCommonFormatFailsTheOpening() throws Exception {
    Future<Void> opened = begin();

    legs.fromClient(new DynvcPdu.CreateResponse(playbackId, 0));
    send(playbackId, new ClientFormats(0, 0, 0, 0, 8, List.of(OTHER))::encode);

    assertThat(opened.isDone()).isTrue();
    assertThat(opened.cause()).hasMessageContaining("has none of");
  }

  @Test
  void aWidebandClientIsServedAtSixteenThousandBothWays() throws Exception {
    wideband(List.of(OTHER, NARROW, WIDE), List.of(NARROW, WIDE));

    assertThat(openAsked().format()).isEqualTo(WIDE);
    assertThat(asked.initialFormat()).isEqualTo(1);
    assertThat(asked.framesPerPacket()).isEqualTo(320);
    assertThat(voice.sampleRate()).isEqualTo(16_000);
    short[] said = tone(16_000);
    assertThat(played(said)).containsExactly(said);
    assertThat(formatOfWave).isEqualTo(2);
    captured(said);
    assertThat(microphone.samples()).containsExactly(said);
  }

  @Test
  void aClientThatOnlyPlaysWidebandHasItsMicrophoneResampled() throws Exception {
    wideband(List.of(WIDE), List.of(NARROW));

    assertThat(openAsked().format()).isEqualTo(NARROW);
    assertThat(openAsked().framesPerPacket()).isEqualTo(160);
    short[] said = tone(8_000);
    captured(said);
    captured(said);

    assertThat(microphone.samples).hasSize(4 * said.length);
    assertThat(voice.statistics().samplesCaptured()).isEqualTo(4L * said.length);
    // What was said at one rate is heard at the other, later by the filter's delay.
    assertThat(likeness(microphone.samples(), tone(16_000))).isGreaterThan(0.99);
  }

  @Test
  void aNarrowbandClientOfAWidebandChannelHasBothWaysResampled() throws Exception {
    wideband(List.of(OTHER, NARROW), List.of(NARROW));

    assertThat(voice.sampleRate()).isEqualTo(16_000);
    played(tone(16_000));
    short[] heard = played(tone(16_000));
    assertThat(heard).hasSize(160);
    assertThat(likeness(heard, tone(8_000))).isGreaterThan(0.99);
    assertThat(formatOfWave).isEqualTo(1);
  }

  @Test
  void theFormatOfAnOpenChannelIsNeverChanged() throws Exception {
    wideband(List.of(NARROW, WIDE), List.of(WIDE));

    send(playbackId, new ClientFormats(0, 0, 0, 0, 8, List.of(NARROW))::encode);

    assertThat(microphone.closed).singleElement().asString().contains("malformed");
    assertThat(voice.play(new short[320])).isFalse();
  }

  @Test
  void aMicrophoneThatIsOpenBeforeAnyFormatIsRefused() throws Exception {
    Future<Void> opened = begin();
    legs.fromClient(new DynvcPdu.CreateResponse(captureId, 0));

    send(captureId, new OpenReply(0)::encode);

    assertThat(opened.cause()).hasMessageContaining("malformed");
  }

  @Test
  void theCallIsToldWhenTheClientClosesTheMicrophone() throws Exception {
    open();

    legs.fromClient(new DynvcPdu.Close(captureId));

    assertThat(microphone.closed).containsExactly("the client closed AUDIO_INPUT");
    assertThat(voice.play(new short[160])).isFalse();
  }

  @Test
  void aSecondCallMayNotHaveTheMicrophoneOfTheFirst() throws Exception {
    open();

    Future<Void> second = voice.open(new Microphone());

    assertThat(second.cause()).hasMessageContaining("another call");
    assertThat(voice.play(new short[160])).isTrue();
  }

  @Test
  void aClientWithoutVoiceIsNotAsked() throws Exception {
    legs.ready();
    voice.availability(VoiceAvailability.NO_MICROPHONE);

    assertThat(voice.open(microphone).cause()).hasMessageContaining("NO_MICROPHONE");
    assertThat(legs.client()).isEmpty();
  }

  @Test
  void releasingBeforeItIsOpenGivesTheOpeningUp() throws Exception {
    Future<Void> opened = begin();

    voice.release();
    openPlayback();

    assertThat(opened.cause()).hasMessageContaining("given up");
    assertThat(microphone.closed).isEmpty();
    assertThat(legs.client()).contains(new DynvcPdu.Close(captureId));
  }

  @Test
  void halfASampleEndsTheMicrophoneAndTheCallsVoice() throws Exception {
    open();

    legs.fromClient(
        new DynvcPdu.Data(captureId, Unpooled.buffer().writeByte(Audin.DATA).writeByte(1)));

    assertThat(microphone.closed).singleElement().asString().contains("malformed");
  }

  private void wideband(List<AudioFormat> playing, List<AudioFormat> capturing) throws Exception {
    voice = new RdpVoiceChannel(loop, legs.channels(), 16_000);
    plays = playing;
    captures = capturing;
    assertThat(open().isSuccess()).isTrue();
  }

  /** 20 ms of 1,000 Hz. */
  private static short[] tone(int rate) {
    short[] samples = new short[rate / 50];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * 1000 * i / rate));
    }
    return samples;
  }

  /** The greatest correlation of the end of what was heard with what was said. */
  private static double likeness(short[] heard, short[] said) {
    double best = 0;
    int length = said.length / 2;
    for (int shift = 0; shift <= said.length - length; shift++) {
      double product = 0;
      double heardSquares = 0;
      double saidSquares = 0;
      for (int i = 0; i < length; i++) {
        double a = heard[heard.length - length + i];
        double b = said[shift + i];
        product += a * b;
        heardSquares += a * a;
        saidSquares += b * b;
      }
      // Over the greater of both levels, so that a level that changed counts as unlike.
      best = Math.max(best, product / Math.max(heardSquares, saidSquares));
    }
    return best;
  }

  /** Plays a frame and returns what the client is sent of it. */
  private short[] played(short[] frame) throws MalformedPduException {
    assertThat(voice.play(frame)).isTrue();
    ByteBuf wave = ((DynvcPdu.Data) legs.client().get(0)).data();
    formatOfWave = wave.getUnsignedShortLE(6);
    short[] samples = new short[(wave.readableBytes() - 16) / Short.BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = wave.getShortLE(16 + i * Short.BYTES);
    }
    return samples;
  }

  private void captured(short[] samples) throws MalformedPduException {
    ByteBuf data = Unpooled.buffer().writeByte(Audin.DATA);
    for (short sample : samples) {
      data.writeShortLE(sample);
    }
    legs.fromClient(new DynvcPdu.Data(captureId, data));
  }

  private Open openAsked() throws MalformedPduException {
    for (DynvcPdu pdu : legs.client()) {
      if (pdu instanceof DynvcPdu.Data data
          && data.channelId() == captureId
          && Audin.type(data.data()) == Audin.OPEN) {
        asked = Open.decode(data.data());
      }
    }
    return asked;
  }

  private Future<Void> begin() throws MalformedPduException {
    legs.ready();
    voice.availability(VoiceAvailability.AVAILABLE);
    Future<Void> opened = voice.open(microphone);
    List<DynvcPdu> requests = legs.client();
    playbackId = ((DynvcPdu.CreateRequest) requests.get(0)).channelId();
    captureId = ((DynvcPdu.CreateRequest) requests.get(1)).channelId();
    assertThat(opened.isDone()).isFalse();
    return opened;
  }

  private Future<Void> open() throws MalformedPduException {
    Future<Void> opened = begin();
    openPlayback();
    openCapture();
    legs.client();
    return opened;
  }

  private void openPlayback() throws MalformedPduException {
    legs.fromClient(new DynvcPdu.CreateResponse(playbackId, 0));
    send(playbackId, new ClientFormats(0, 0, 0, 0, 8, plays)::encode);
    send(playbackId, new TrainingConfirm(0, 0)::encode);
  }

  private void openCapture() throws MalformedPduException {
    legs.fromClient(new DynvcPdu.CreateResponse(captureId, 0));
    send(captureId, new Version(2)::encode);
    send(captureId, new Formats(captures)::encode);
    send(captureId, new FormatChange(openAsked().initialFormat())::encode);
    send(captureId, new OpenReply(0)::encode);
  }

  private void confirm(int timestamp, int block) throws MalformedPduException {
    send(playbackId, out -> WaveConfirm.write(out, timestamp, block));
  }

  private void send(int id, java.util.function.Consumer<ByteBuf> encoder)
      throws MalformedPduException {
    ByteBuf data = Unpooled.buffer();
    encoder.accept(data);
    legs.fromClient(new DynvcPdu.Data(id, data));
  }

  private static final class Microphone implements VoiceListener {

    private final List<Short> samples = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    private short[] samples() {
      short[] all = new short[samples.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = samples.get(i);
      }
      return all;
    }

    @Override
    public void captured(short[] captured, int length) {
      for (int i = 0; i < length; i++) {
        samples.add(captured[i]);
      }
    }

    @Override
    public void closed(String reason) {
      closed.add(reason);
    }
  }
}
