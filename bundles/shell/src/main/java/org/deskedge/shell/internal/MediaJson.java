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
package org.deskedge.shell.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.PlayoutStatistics;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.api.media.SentStatistics;
import org.deskedge.api.media.VoipMetrics;
import org.deskedge.api.voice.VoiceStatistics;

/** Writes the figures of one call's media as a JSON object, nested as the types are. */
final class MediaJson {

  private MediaJson() {}

  static void write(JsonGenerator json, MediaStatistics media) throws IOException {
    json.writeStartObject();
    json.writeStringField("local", Cells.address(media.local()));
    JsonDocument.text(json, "remote", media.remote().map(Cells::address));
    JsonDocument.text(json, "srtpSuite", media.srtpSuite());
    JsonDocument.number(json, "roundTripMillis", media.roundTripMillis());
    received(json, media.received());
    sent(json, media.sent());
    voice(json, media.voice());
    json.writeObjectFieldStart("quality");
    heard(json, "atClient", media.quality().atClient());
    heard(json, "atFarEnd", media.quality().atFarEnd());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void received(JsonGenerator json, ReceivedStatistics received) throws IOException {
    json.writeObjectFieldStart("received");
    JsonDocument.text(json, "codec", received.codec());
    json.writeNumberField("packets", received.packets());
    json.writeNumberField("bytes", received.bytes());
    json.writeNumberField("lost", received.lost());
    json.writeNumberField("reordered", received.reordered());
    json.writeNumberField("duplicates", received.duplicates());
    json.writeNumberField("late", received.late());
    json.writeObjectFieldStart("refused");
    json.writeNumberField("strangers", received.refused().strangers());
    json.writeNumberField("malformed", received.refused().malformed());
    json.writeNumberField("unauthenticated", received.refused().unauthenticated());
    json.writeEndObject();
    json.writeNumberField("dtmfEvents", received.dtmfEvents());
    JsonDocument.number(json, "jitterMillis", received.jitterMillis());
    playout(json, received.playout());
    json.writeEndObject();
  }

  private static void playout(JsonGenerator json, PlayoutStatistics playout) throws IOException {
    json.writeObjectFieldStart("playout");
    JsonDocument.number(json, "depthMillis", playout.depthMillis());
    JsonDocument.number(json, "targetMillis", playout.targetMillis());
    json.writeNumberField("concealedMillis", playout.concealedMillis());
    json.writeNumberField("fecRecovered", playout.fecRecovered());
    json.writeNumberField("comfortNoiseMillis", playout.comfortNoiseMillis());
    JsonDocument.number(json, "driftPpm", playout.driftPpm());
    json.writeEndObject();
  }

  private static void sent(JsonGenerator json, SentStatistics sent) throws IOException {
    json.writeObjectFieldStart("sent");
    JsonDocument.text(json, "codec", sent.codec());
    json.writeNumberField("packets", sent.packets());
    json.writeNumberField("bytes", sent.bytes());
    json.writeNumberField("dtmfEvents", sent.dtmfEvents());
    report(json, sent.report());
    json.writeEndObject();
  }

  private static void report(JsonGenerator json, Optional<RemoteReport> report) throws IOException {
    if (report.isEmpty()) {
      json.writeNullField("report");
      return;
    }
    json.writeObjectFieldStart("report");
    json.writeStringField("at", report.get().at().toString());
    json.writeNumberField("fractionLost", report.get().fractionLost());
    json.writeNumberField("lost", report.get().lost());
    json.writeNumberField("jitterMillis", report.get().jitterMillis());
    metrics(json, report.get().voipMetrics());
    json.writeEndObject();
  }

  private static void metrics(JsonGenerator json, Optional<VoipMetrics> given) throws IOException {
    if (given.isEmpty()) {
      json.writeNullField("voipMetrics");
      return;
    }
    VoipMetrics metrics = given.get();
    json.writeObjectFieldStart("voipMetrics");
    json.writeNumberField("lossRate", metrics.lossRate());
    json.writeNumberField("discardRate", metrics.discardRate());
    json.writeNumberField("burstDensity", metrics.burstDensity());
    json.writeNumberField("gapDensity", metrics.gapDensity());
    json.writeNumberField("burstMillis", metrics.burstMillis());
    json.writeNumberField("gapMillis", metrics.gapMillis());
    JsonDocument.number(json, "roundTripMillis", metrics.roundTripMillis());
    json.writeNumberField("endSystemMillis", metrics.endSystemMillis());
    JsonDocument.number(json, "signalLevel", metrics.signalLevel());
    JsonDocument.number(json, "noiseLevel", metrics.noiseLevel());
    JsonDocument.number(json, "echoReturnLoss", metrics.echoReturnLoss());
    JsonDocument.number(json, "rFactor", metrics.rFactor());
    JsonDocument.number(json, "externalRFactor", metrics.externalRFactor());
    JsonDocument.number(json, "mosListening", metrics.mosListening());
    JsonDocument.number(json, "mosConversational", metrics.mosConversational());
    json.writeNumberField("jitterBufferNominalMillis", metrics.jitterBufferNominalMillis());
    json.writeNumberField("jitterBufferMaximumMillis", metrics.jitterBufferMaximumMillis());
    json.writeNumberField("jitterBufferAbsoluteMillis", metrics.jitterBufferAbsoluteMillis());
    json.writeEndObject();
  }

  private static void voice(JsonGenerator json, VoiceStatistics voice) throws IOException {
    json.writeObjectFieldStart("voice");
    json.writeNumberField("framesPlayed", voice.framesPlayed());
    json.writeNumberField("framesSkipped", voice.framesSkipped());
    json.writeNumberField("samplesCaptured", voice.samplesCaptured());
    JsonDocument.number(json, "playoutLatencyMillis", voice.playoutLatencyMillis());
    json.writeEndObject();
  }

  private static void heard(JsonGenerator json, String where, ListeningQuality quality)
      throws IOException {
    json.writeObjectFieldStart(where);
    JsonDocument.number(json, "delayMillis", quality.delayMillis());
    JsonDocument.number(json, "rFactor", quality.rFactor());
    JsonDocument.number(json, "mos", quality.mos());
    json.writeEndObject();
  }
}
