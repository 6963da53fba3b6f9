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
package org.deskedge.rdpproxy.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.api.control.ControlChannel;
import org.deskedge.api.control.ControlChannelListener;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.channel.ChannelHeader;
import org.deskedge.rdp.dynvc.DynvcPdu;
import org.junit.jupiter.api.Test;

class DynamicChannelsTest {

  private static final String CONTROL = "VOIPCTL";

  private final List<String> heard = new ArrayList<>();
  private ControlChannel control;

  private final Legs legs = new Legs(name -> CONTROL.equals(name) ? this::accept : null);

  private ControlChannelListener accept(ControlChannel channel) {
    control = channel;
    return new ControlChannelListener() {
      @Override
      public void received(ByteBuf bytes) {
        heard.add(bytes.toString(StandardCharsets.US_ASCII));
      }

      @Override
      public void closed() {
        heard.add("closed");
      }
    };
  }

  @Test
  void channelsMayBeOpenedOnceTheClientHasSaidWhatItCan() throws Exception {
    assertThat(legs.channels().isReady()).isFalse();

    legs.fromDesktop("500002000000000000000000");
    assertThat(legs.client()).singleElement().isInstanceOf(DynvcPdu.Capabilities.class);
    legs.fromClient("50000200");

    assertThat(legs.channels().isReady()).isTrue();
    assertThat(legs.desktop()).hasSize(1);
  }

  @Test
  void theDesktopsOwnChannelsPassBothWays() throws Exception {
    legs.ready();
    DynvcPdu request = new DynvcPdu.CreateRequest(1, 0, "Microsoft::Windows::RDS::DisplayControl");
    DynvcPdu response = new DynvcPdu.CreateResponse(1, DynamicChannels.NO_LISTENER);

    legs.fromDesktop(request);
    legs.fromClient(response);

    assertThat(legs.client()).containsExactly(request);
    assertThat(legs.desktop()).containsExactly(response);
  }

  @Test
  void aControlChannelIsAnsweredByTheEdgeAndUnseenByTheClient() throws Exception {
    openControlChannel();

    legs.fromDesktop(data(2, "hello"));

    assertThat(heard).containsExactly("hello");
    assertThat(legs.client()).isEmpty();
    assertThat(legs.channels().hasControlChannel()).isTrue();
  }

  @Test
  void longControlMessagesAreSentInPiecesServersCanRead() throws Exception {
    openControlChannel();
    byte[] bytes = new byte[4_000];

    control.send(Unpooled.wrappedBuffer(bytes));

    List<DynvcPdu> sent = legs.desktop();
    assertThat(sent).hasSize(3).allMatch(pdu -> pdu instanceof DynvcPdu.Data);
    assertThat(sent.stream().mapToInt(pdu -> ((DynvcPdu.Data) pdu).data().readableBytes()).sum())
        .isEqualTo(bytes.length);
  }

  @Test
  void aControlChannelClosedByTheDesktopIsClosedInReturn() throws Exception {
    openControlChannel();

    legs.fromDesktop(new DynvcPdu.Close(2));

    assertThat(heard).containsExactly("closed");
    assertThat(legs.desktop()).containsExactly(new DynvcPdu.Close(2));
    assertThat(legs.channels().hasControlChannel()).isFalse();
  }

  @Test
  void whatComesOnAControlChannelTheEdgeHasClosedReachesNobody() throws Exception {
    openControlChannel();

    control.close();
    legs.fromDesktop(data(2, "late"));

    assertThat(heard).containsExactly("closed");
    assertThat(legs.client()).isEmpty();
  }

  @Test
  void theClientsRepliesToTheEdgesChannelsAreUnseenByTheDesktop() throws Exception {
    legs.ready();
    List<String> events = new ArrayList<>();
    legs.channels().open("AUDIO_PLAYBACK_DVC", recorder(events));
    int id = ((DynvcPdu.CreateRequest) legs.client().get(0)).channelId();

    legs.fromClient(new DynvcPdu.CreateResponse(id, 0));
    legs.fromClient(data(id, "sound"));

    assertThat(events).containsExactly("opened", "sound");
    assertThat(legs.desktop()).isEmpty();
  }

  @Test
  void aChannelTheClientRefusesIsClosedWithTheReason() throws Exception {
    legs.ready();
    List<String> events = new ArrayList<>();
    legs.channels().open("AUDIO_PLAYBACK_DVC", recorder(events));
    int id = ((DynvcPdu.CreateRequest) legs.client().get(0)).channelId();

    legs.fromClient(new DynvcPdu.CreateResponse(id, 0xC0000001));

    assertThat(events).singleElement().asString().contains("refused", "0xC0000001");
  }

  @Test
  void nothingOfTheEdgesStandsBetweenTheChunksOfARelayedMessage() throws Exception {
    legs.ready();
    DynvcPdu last = data(1, "end");

    legs.chunkFromDesktop(ByteBufUtil.decodeHexDump("300161"), ChannelHeader.FIRST);
    legs.channels().open("AUDIO_PLAYBACK_DVC", recorder(new ArrayList<>()));
    assertThat(legs.client()).hasSize(1);
    legs.chunkFromDesktop(ByteBufUtil.decodeHexDump("3001656e64"), ChannelHeader.LAST);

    List<DynvcPdu> sent = legs.client();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0)).isEqualTo(last);
    assertThat(sent.get(1)).isInstanceOf(DynvcPdu.CreateRequest.class);
  }

  @Test
  void aMalformedPduEndsItsOwnChannelAndNoOther() throws Exception {
    legs.ready();
    List<String> broken = new ArrayList<>();
    List<String> sound = new ArrayList<>();
    legs.channels().open("BROKEN", recorder(broken));
    legs.channels().open("SOUND", recorder(sound));
    List<DynvcPdu> requests = legs.client();
    int brokenId = ((DynvcPdu.CreateRequest) requests.get(0)).channelId();
    int soundId = ((DynvcPdu.CreateRequest) requests.get(1)).channelId();

    legs.fromClient(data(brokenId, "malformed"));
    legs.fromClient(data(soundId, "music"));

    assertThat(broken).singleElement().asString().startsWith("closed: malformed PDU");
    assertThat(sound).containsExactly("music");
    assertThat(legs.client()).containsExactly(new DynvcPdu.Close(brokenId));
  }

  @Test
  void aFrameTheEdgeCannotReadIsTheOtherEndsToJudge() throws Exception {
    legs.ready();

    legs.fromDesktop("10");

    assertThatThrownBy(legs::client).isInstanceOf(MalformedPduException.class);
  }

  @Test
  void theDesktopDoesNotGetTheMicrophoneWhileACallHasIt() throws Exception {
    legs.ready();
    legs.channels().open("AUDIO_INPUT", recorder(new ArrayList<>()));
    legs.client();

    legs.fromDesktop(new DynvcPdu.CreateRequest(3, 0, "AUDIO_INPUT"));

    assertThat(legs.client()).isEmpty();
    assertThat(legs.desktop())
        .containsExactly(new DynvcPdu.CreateResponse(3, DynamicChannels.NO_LISTENER));
  }

  @Test
  void theDesktopsUseOfTheMicrophoneIsKnownUntilItClosesIt() throws Exception {
    legs.ready();

    legs.fromDesktop(new DynvcPdu.CreateRequest(3, 0, "AUDIO_INPUT"));
    legs.fromClient(new DynvcPdu.CreateResponse(3, 0));
    assertThat(legs.channels().desktopHasMicrophone()).isTrue();

    legs.fromDesktop(new DynvcPdu.Close(3));
    assertThat(legs.channels().desktopHasMicrophone()).isFalse();
  }

  @Test
  void everyChannelIsToldOfTheEndOfTheSession() throws Exception {
    openControlChannel();
    List<String> events = new ArrayList<>();
    legs.channels().open("AUDIO_INPUT", recorder(events));

    legs.close();

    assertThat(heard).containsExactly("closed");
    assertThat(events).containsExactly("closed: the session ended");
  }

  private void openControlChannel() throws MalformedPduException {
    legs.ready();
    legs.fromDesktop(new DynvcPdu.CreateRequest(2, 0, CONTROL));
    assertThat(legs.desktop())
        .containsExactly(new DynvcPdu.CreateResponse(2, DynamicChannels.CREATED));
    assertThat(legs.client()).isEmpty();
  }

  private static DynvcPdu data(int id, String text) {
    return new DynvcPdu.Data(id, Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private static ClientChannel.Handler recorder(List<String> events) {
    return new ClientChannel.Handler() {
      @Override
      public void opened() {
        events.add("opened");
      }

      @Override
      public void received(ByteBuf message) throws MalformedPduException {
        String text = message.toString(StandardCharsets.US_ASCII);
        if (text.equals("malformed")) {
          throw new MalformedPduException("made so");
        }
        events.add(text);
      }

      @Override
      public void closed(String reason) {
        events.add("closed: " + reason);
      }
    };
  }
}
