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
package org.deskedge.testbed.onos.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskedge.testbed.onos.provider.codec.CodecException;
import org.deskedge.testbed.onos.provider.codec.FlowEntryReader;
import org.deskedge.testbed.onos.provider.codec.FlowModEncoder;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleProviderService;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.OFFlowStatsReply;
import org.projectfloodlight.openflow.protocol.OFFlowStatsRequest;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.TableId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks switches for their rules and gives the answers to ONOS, which removes what it does not know
 * and adds what is missing. A rule that was sent after the question may be in the answer as it was
 * before: it is left out, or ONOS would undo it. Safe for use by many threads.
 */
final class FlowStatistics {

  private static final Logger log = LoggerFactory.getLogger(FlowStatistics.class);

  /** After this time without an answer the switch is asked again. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<Dpid, Question> questions = new ConcurrentHashMap<>();

  /** Asks a switch, unless its answer to the last question is still to come. */
  void ask(OpenFlowSwitch known) {
    Dpid dpid = known.getDpid();
    Question last = questions.get(dpid);
    if (last != null && System.nanoTime() - last.askedNanos < PATIENCE.toNanos()) {
      return;
    }
    OFFlowStatsRequest request =
        known
            .factory()
            .buildFlowStatsRequest()
            .setXid(known.factory().nextXid())
            .setMatch(known.factory().matchWildcardAll())
            .setTableId(TableId.ALL)
            .setOutPort(OFPort.ANY)
            .setOutGroup(OFGroup.ANY)
            .build();
    questions.put(dpid, new Question(request.getXid()));
    known.sendMsg(request);
  }

  /** Rules are about to be sent to a switch. */
  void sending(Dpid dpid, FlowRule rule) {
    Question question = questions.get(dpid);
    if (question != null) {
      question.touch(rule);
    }
  }

  /** The switch has gone. */
  void forget(Dpid dpid) {
    questions.remove(dpid);
  }

  /** Gives the answer of a switch to ONOS; answers to questions of others are left alone. */
  void answered(OpenFlowSwitch known, OFFlowStatsReply reply, FlowRuleProviderService service) {
    Dpid dpid = known.getDpid();
    Question question = questions.get(dpid);
    if (question == null || question.xid != reply.getXid()) {
      return;
    }
    try {
      push(known, reply, question, service);
    } finally {
      questions.remove(dpid, question);
    }
  }

  private static void push(
      OpenFlowSwitch known,
      OFFlowStatsReply reply,
      Question question,
      FlowRuleProviderService service) {
    DeviceId device = Switches.device(known.getDpid());
    List<FlowEntry> entries = new ArrayList<>(reply.getEntries().size());
    for (OFFlowStatsEntry entry : reply.getEntries()) {
      try {
        entries.add(FlowEntryReader.read(device, entry));
      } catch (CodecException e) {
        log.warn("Removing a rule of {} that is not ONOS's: {}: {}", device, e.getMessage(), entry);
        known.sendMsg(
            FlowModEncoder.remove(
                entry.getMatch(), entry.getPriority(), entry.getTableId(), known.factory()));
      }
    }
    Set<FlowRule> touched = question.touched();
    if (touched.isEmpty()) {
      service.pushFlowMetrics(device, entries);
    } else {
      entries.removeIf(touched::contains);
      service.pushFlowMetricsWithoutFlowMissing(device, entries);
    }
  }

  private static final class Question {

    private final long xid;
    private final long askedNanos = System.nanoTime();
    private final Set<FlowRule> touched = new HashSet<>();

    Question(long xid) {
      this.xid = xid;
    }

    synchronized void touch(FlowRule rule) {
      touched.add(rule);
    }

    synchronized Set<FlowRule> touched() {
      return Set.copyOf(touched);
    }
  }
}
