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
package org.deskedge.testbed.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.deskedge.testbed.Deployment;
import org.deskedge.testbed.desktop.DesktopAgent;
import org.deskedge.testbed.desktop.SessionUser;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.report.CallMeasurement;
import org.deskedge.testbed.voice.Baresip;
import org.deskedge.testbed.voice.BaresipSettings;
import org.deskedge.testbed.voice.BaresipSettings.Answering;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.PhoneCodec;
import org.deskedge.testbed.voice.PhoneEvent;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.voice.Wav;

/**
 * The two telephones of a call, both stock: the softphone in the desktop's session, whose outbound
 * proxy is the desktop agent, and the far-end phone at the branch.
 */
public final class Telephones implements AutoCloseable {

  /** How long a call may take to come up. */
  public static final Duration SET_UP = Duration.ofSeconds(20);

  /** SIP port of the softphone. */
  private static final int SOFTPHONE_PORT = 5080;

  private static final String USER = "alice";

  /** SIP URI at which the desktop agent finds the softphone. */
  public static final String SOFTPHONE_URI =
      "sip:" + USER + "@" + Topology.DESKTOP_ADDRESS + ":" + SOFTPHONE_PORT;

  /** SIP URI of the desktop for far ends: that of its agent. */
  public static final String DESKTOP_URI =
      "sip:" + USER + "@" + Topology.DESKTOP_ADDRESS + ":" + DesktopAgent.NETWORK_SIDE_PORT;

  private final Baresip softphone;
  private final Baresip phone;

  private Telephones(Baresip softphone, Baresip phone) {
    this.softphone = softphone;
    this.phone = phone;
  }

  /** Starts both, with one codec. They answer at once; the softphone's own voice is silence. */
  public static Telephones start(Deployment deployment, G711 codec) {
    // It is never to be heard; were it, it must not pass for anybody's speech.
    return start(deployment, codec, Answering.AUTO, silence(deployment.bed().state()));
  }

  /** Starts both, with one codec. They ring when called, and the softphone is silent. */
  public static Telephones startRinging(Deployment deployment, G711 codec) {
    return start(deployment, codec, Answering.MANUAL, silence(deployment.bed().state()));
  }

  /**
   * Starts both, with one codec. They answer at once, and the person speaks into the softphone, not
   * the client.
   *
   * @param lead silence before the person's speech
   */
  public static Telephones startSpeaking(Deployment deployment, G711 codec, Duration lead) {
    return start(
        deployment,
        codec,
        Answering.AUTO,
        speech("softphone.wav", Speech.PERSON, lead, deployment.bed().state()));
  }

  private static Telephones start(
      Deployment deployment, G711 codec, Answering answering, Path voice) {
    Baresip softphone = softphone(deployment, codec, answering, voice);
    try {
      return new Telephones(softphone, phone(deployment, codec, answering));
    } catch (RuntimeException e) {
      softphone.close();
      throw e;
    }
  }

  /**
   * Has one call the other and waits until the call is up.
   *
   * @return how long that took
   */
  public Duration call(Direction direction) {
    return switch (direction) {
      case OUTGOING -> softphone.call(phone.settings().uri(), SET_UP);
      case INCOMING -> phone.call(DESKTOP_URI, SET_UP);
    };
  }

  /** Has one begin to call the other and waits until the other rings. */
  public void ring(Direction direction) {
    called(direction).forgetEvents();
    switch (direction) {
      case OUTGOING -> softphone.dial(phone.settings().uri());
      case INCOMING -> phone.dial(DESKTOP_URI);
    }
    called(direction).await(PhoneEvent.INCOMING, SET_UP);
  }

  /** The telephone that calls. */
  public Baresip caller(Direction direction) {
    return direction == Direction.OUTGOING ? softphone : phone;
  }

  /** The telephone that is called. */
  public Baresip called(Direction direction) {
    return direction == Direction.OUTGOING ? phone : softphone;
  }

  /** The softphone. */
  public Baresip softphone() {
    return softphone;
  }

  /** The far-end phone. */
  public Baresip phone() {
    return phone;
  }

  /** Ends both. */
  @Override
  public void close() {
    phone.close();
    softphone.close();
  }

  /** Starts the softphone alone: it is silent and answers at once. */
  public static Baresip startSoftphone(Deployment deployment) {
    return softphone(deployment, G711.PCMU, Answering.AUTO, silence(deployment.bed().state()));
  }

  private static Baresip softphone(
      Deployment deployment, G711 codec, Answering answering, Path voice) {
    StateDirectory state = deployment.bed().state();
    Path folder = state.folder(USER);
    Command.of("chown", SessionUser.NAME + ":", folder.toString()).run();
    return Baresip.start(
        new BaresipSettings(
            USER,
            Topology.DESKTOP_ADDRESS,
            SOFTPHONE_PORT,
            PhoneCodec.of(codec),
            voice,
            answering,
            Optional.of("sip:127.0.0.1:" + DesktopAgent.SOFTPHONE_SIDE_PORT)),
        deployment.session().desktop(),
        deployment.session().asUser(Command.of("baresip")),
        state);
  }

  private static Baresip phone(Deployment deployment, G711 codec, Answering answering) {
    StateDirectory state = deployment.bed().state();
    return Baresip.start(
        new BaresipSettings(
            "phone",
            Machine.PHONE.address(),
            BaresipSettings.SIP_PORT,
            PhoneCodec.of(codec),
            speech("far-end.wav", Speech.FAR_END, CallMeasurement.FAR_END_LEAD, state),
            answering,
            Optional.empty()),
        deployment.bed().topology().phone(),
        state);
  }

  private static Path speech(String name, Speech speech, Duration lead, StateDirectory state) {
    Path file = state.folder("speech").resolve(name);
    try {
      speech.write(file, lead, CallMeasurement.FAR_END_TAIL);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static Path silence(StateDirectory state) {
    Path file = state.folder("speech").resolve("silence.wav");
    long seconds = CallMeasurement.FAR_END_LEAD.plus(CallMeasurement.FAR_END_TAIL).toSeconds();
    try {
      Wav.write(file, new short[Math.toIntExact(seconds * G711.RATE)]);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
