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
package org.deskedge.agent.internal.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deskedge.agent.internal.dtmf.Digit;
import org.deskedge.agent.internal.proxyinfo.ProxyInformationReader;
import org.deskedge.agent.internal.sdp.Flow;
import org.deskedge.agent.internal.testing.FakeEdge;
import org.deskedge.voip.Bye;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.Hello;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Origin;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.SdpRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeLinkTest {

  @TempDir Path directory;
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private FakeEdge edge;
  private EdgeLink link;
  private Path information;

  private final EdgeCallListener listener =
      new EdgeCallListener() {
        @Override
        public void confirmed(String sdp) {
          heard.add("confirmed " + sdp);
        }

        @Override
        public void refused(String why) {
          heard.add("refused " + why);
        }

        @Override
        public void heard(Digit digit) {
          heard.add("digit " + digit.event() + " " + digit.durationMillis());
        }

        @Override
        public void hungUp(String why) {
          heard.add("hungUp " + why);
        }

        @Override
        public void lost(String why) {
          heard.add("lost " + why);
        }
      };

  @BeforeEach
  void start() throws Exception {
    edge = new FakeEdge(directory.resolve("xrdpapi_10"));
    information = directory.resolve("proxy-information");
    link =
        new EdgeLink(
            loop,
            directory.resolve("xrdpapi_10"),
            new ProxyInformationReader(information),
            "test-agent");
  }

  private void up() throws Exception {
    loop.execute(link::start);
    edge.awaitLink();
  }

  private EdgeCall establish(long number) throws Exception {
    return loop.submit(
            () ->
                link.establish(
                    number,
                    Origin.OUTGOING,
                    Optional.of("sip:a@x"),
                    Optional.of("sip:b@x"),
                    Optional.empty(),
                    listener))
        .get();
  }

  private String heard() throws InterruptedException {
    return heard.poll(10, TimeUnit.SECONDS);
  }

  private Optional<String> unavailable() throws Exception {
    return loop.submit(link::unavailable).get();
  }

  @AfterEach
  void stop() throws Exception {
    loop.submit(link::close).get();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    edge.close();
  }

  @Test
  void the_channel_is_opened_as_xrdps_own_library_does() throws Exception {
    up();

    byte[] name = "VOIPCTL".getBytes(StandardCharsets.US_ASCII);
    assertThat(edge.opening())
        .isEqualTo(
            ByteBuffer.allocate(23)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(23)
                .putInt(0)
                .putInt(7)
                .put(name)
                .putInt(1)
                .array());
  }

  @Test
  void hello_has_the_key_of_the_file() throws Exception {
    Files.writeString(information, "address=192.0.2.1\nport=5004\nkey=secret-key\n");
    up();

    Hello hello = edge.hello();
    assertThat(hello.key()).contains("secret-key");
    assertThat(hello.product()).isEqualTo("test-agent");
    assertThat(hello.heartbeatMillis()).isEqualTo(1000);
    assertThat(unavailable()).isEmpty();
  }

  @Test
  void hello_has_no_key_without_a_file() throws Exception {
    up();

    assertThat(edge.hello().key()).isEmpty();
  }

  @Test
  void a_channel_nobody_answers_is_tried_again_and_new_proxy_information_speeds_it_up()
      throws Exception {
    edge.answerOpeningsWith(1);
    loop.execute(link::start);
    edge.opening();
    edge.opening();
    assertThat(unavailable()).hasValueSatisfying(why -> assertThat(why).contains("nobody answers"));

    edge.answerOpeningsWith(0);
    Files.writeString(information, "key=new\n");

    edge.awaitLink();
    assertThat(edge.hello().key()).contains("new");
  }

  @Test
  void an_edge_that_leaves_heartbeats_unanswered_is_gone() throws Exception {
    up();
    edge.answerHeartbeats(false);
    EdgeCall call = establish(1);
    edge.receive(EstablishRequest.class);
    assertThat(call).isNotNull();

    assertThat(heard()).contains("no answer from the edge");
    assertThat(edge.receive(Release.class).call()).isEqualTo(1);
    assertThat(edge.receive(Bye.class).reason()).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void an_edge_that_does_not_say_hello_is_given_up() throws Exception {
    edge.sayHello(false);
    loop.execute(link::start);

    assertThat(edge.receive(Bye.class).text()).contains("no HELLO");
  }

  @Test
  void bye_of_the_edge_loses_the_calls() throws Exception {
    up();
    assertThat(establish(1)).isNotNull();
    edge.receive(EstablishRequest.class);

    edge.send(new Bye(Reason.SHUTDOWN, "edge stops"));

    assertThat(heard()).startsWith("lost").contains("SHUTDOWN edge stops");
  }

  @Test
  void a_malformed_pdu_ends_the_channel_with_a_reason() throws Exception {
    up();

    edge.sendRaw(Unpooled.copiedBuffer(new byte[] {3, 0, 0, 0, 0}));

    assertThat(edge.receive(Bye.class).reason()).isEqualTo(Reason.PROTOCOL_ERROR);
    assertThat(edge.opening()).isNotEmpty();
  }

  @Test
  void answers_go_to_the_call_that_asked() throws Exception {
    up();
    EdgeCall first = establish(1);
    assertThat(establish(2)).isNotNull();
    EstablishRequest one = edge.receive(EstablishRequest.class);
    EstablishRequest two = edge.receive(EstablishRequest.class);
    edge.send(new EstablishConfirm(two.call(), two.transaction(), "two"));
    edge.send(new EstablishConfirm(one.call(), one.transaction(), "one"));
    assertThat(heard()).isEqualTo("confirmed two");
    assertThat(heard()).isEqualTo("confirmed one");

    loop.execute(
        () ->
            first.modify(
                Flow.SENDRECV,
                SdpRole.OFFER,
                Optional.of("offer"),
                done -> heard.add(done.sdp().orElse("none"))));
    ModificationRequest request = edge.receive(ModificationRequest.class);
    edge.send(new ModificationConfirm(two.call(), request.transaction(), Optional.of("stranger")));
    edge.send(
        new ModificationConfirm(request.call(), request.transaction(), Optional.of("answer")));

    assertThat(heard()).isEqualTo("answer");
  }

  @Test
  void a_request_that_does_not_fit_into_a_pdu_is_refused_unsent() throws Exception {
    up();
    EdgeCall call = establish(1);
    EstablishRequest request = edge.receive(EstablishRequest.class);
    edge.send(new EstablishConfirm(request.call(), request.transaction(), "sdp"));
    heard();

    loop.execute(
        () ->
            call.modify(
                Flow.SENDRECV,
                SdpRole.ANSWER,
                Optional.of("x".repeat(20_000)),
                done -> heard.add(done.accepted() + " " + done.why())));

    assertThat(heard()).startsWith("false cannot be told to the edge");
    assertThat(edge.heardNothing()).isTrue();
  }
}
