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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.deskedge.testbed.onos.provider.RuleChange.Kind;
import org.deskedge.testbed.onos.provider.codec.CodecException;
import org.deskedge.testbed.onos.provider.codec.FlowEntryReader;
import org.deskedge.testbed.onos.provider.codec.FlowModEncoder;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.CompletedBatchOperation;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleProvider;
import org.onosproject.net.flow.FlowRuleProviderRegistry;
import org.onosproject.net.flow.FlowRuleProviderService;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchOperation;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowEventListener;
import org.onosproject.openflow.controller.OpenFlowMessageListener;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.RoleState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowRemoved;
import org.projectfloodlight.openflow.protocol.OFFlowStatsReply;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs ONOS's flow rules at the switches, and tells ONOS what is installed. What OpenFlow 1.3
 * or the switch does not take is reported as failed, and logged.
 */
@Component(
    service = {},
    configurationPid = "org.deskedge.testbed.onos.provider.flows")
public final class OpenFlowRuleProvider extends AbstractProvider implements FlowRuleProvider {

  /** Its configuration. */
  @interface Config {
    /** Time between two questions for the rules of a switch, in seconds, 1 to 3600. */
    int flow_statistics_seconds() default 5;

    /**
     * Time from a switch's connecting to the first question, in seconds, 1 to 3600; up to one
     * interval is added. ONOS removes rules it does not know at each answer: until then
     * applications have time to ask for theirs after a restart of the controller.
     */
    int first_flow_statistics_seconds() default 10;
  }

  private static final Logger log = LoggerFactory.getLogger(OpenFlowRuleProvider.class);

  private final OpenFlowController controller;
  private final FlowRuleProviderRegistry registry;
  private final FlowRuleProviderService service;
  private final BatchTracker batches = new BatchTracker();
  private final RefusedRules refused = new RefusedRules();
  private final FlowStatistics statistics = new FlowStatistics();
  private final SwitchPoller poller;
  private final Listener listener = new Listener();
  private final OpenFlowEventListener events = this::received;
  private final Replies replies = new Replies();

  /** Takes over the switches that are connected already. */
  @Activate
  public OpenFlowRuleProvider(
      @Reference OpenFlowController controller,
      @Reference FlowRuleProviderRegistry registry,
      Config config) {
    super(Switches.PROVIDER);
    this.controller = controller;
    this.registry = registry;
    Duration first =
        Seconds.of(
            "first.flow.statistics.seconds", config.first_flow_statistics_seconds(), 1, 3600);
    Duration interval =
        Seconds.of("flow.statistics.seconds", config.flow_statistics_seconds(), 1, 3600);
    poller = new SwitchPoller("openflow-flow-statistics", first, interval, this::poll);
    service = registry.register(this);
    controller.addListener(listener);
    controller.addMessageListener(replies);
    controller.addEventListener(events);
    controller.getSwitches().forEach(known -> listener.switchAdded(known.getDpid()));
  }

  /** Lets go of the switches; their rules stay. */
  @Deactivate
  public void deactivate() {
    poller.close();
    controller.removeEventListener(events);
    controller.removeMessageListener(replies);
    controller.removeListener(listener);
    batches.close();
    registry.unregister(this);
  }

  /**
   * Adds rules again which ONOS finds missing.
   *
   * @throws UnsupportedOperationException if one cannot be installed; ONOS marks it as failed
   */
  @Override
  public void applyFlowRule(FlowRule... rules) {
    for (FlowRule rule : rules) {
      String reason = refused.reason(rule);
      if (reason != null) {
        throw new UnsupportedOperationException(reason);
      }
      single(Kind.ADD, rule);
      reason = refused.reason(rule);
      if (reason != null) {
        throw new UnsupportedOperationException(reason);
      }
    }
  }

  @Override
  public void removeFlowRule(FlowRule... rules) {
    for (FlowRule rule : rules) {
      single(Kind.REMOVE, rule);
    }
  }

  @Override
  @SuppressWarnings("deprecation") // ONOS has no other batches for providers.
  public void executeBatch(FlowRuleBatchOperation operation) {
    DeviceId device = operation.deviceId();
    List<RuleChange> changes =
        operation.getOperations().stream()
            .map(entry -> new RuleChange(Kind.valueOf(entry.operator().name()), entry.target()))
            .collect(Collectors.toList());
    changes.forEach(change -> refused.remove(change.rule()));
    execute(
        device,
        changes,
        failed -> service.batchOperationCompleted(operation.id(), completed(device, failed)));
  }

  private static CompletedBatchOperation completed(DeviceId device, Set<RuleChange> failed) {
    Set<FlowRule> rules = failed.stream().map(RuleChange::rule).collect(Collectors.toSet());
    return new CompletedBatchOperation(failed.isEmpty(), rules, device);
  }

  private void single(Kind operation, FlowRule rule) {
    execute(rule.deviceId(), List.of(new RuleChange(operation, rule)), failed -> {});
  }

  private void execute(
      DeviceId device, List<RuleChange> changes, Consumer<Set<RuleChange>> completion) {
    Dpid dpid = Switches.dpid(device);
    OpenFlowSwitch known = controller.getSwitch(dpid);
    if (known == null || !known.isConnected()) {
      log.warn("{} is not connected: {} rules not sent to it", device, changes.size());
      completion.accept(Set.copyOf(changes));
      return;
    }
    if (Switches.isTooOld(known)) {
      log.warn("{} speaks OpenFlow 1.0 only: {} rules not sent to it", device, changes.size());
      completion.accept(Set.copyOf(changes));
      return;
    }
    Map<Long, RuleChange> sent = new HashMap<>();
    List<OFMessage> messages = new ArrayList<>(changes.size() + 1);
    Set<RuleChange> impossible = new HashSet<>();
    for (RuleChange change : changes) {
      try {
        OFFlowMod message = message(change, known.factory());
        messages.add(message);
        sent.put(message.getXid(), change);
      } catch (CodecException e) {
        // What cannot be sent was never installed, so that removing it is done already.
        if (change.kind() != Kind.REMOVE) {
          impossible.add(change);
          refuse(change, e.getMessage());
        }
      }
    }
    if (sent.isEmpty()) {
      completion.accept(impossible);
      return;
    }
    // The barrier has the last message's transaction id: ONOS's controller remembers every error
    // until it sees a barrier's reply with the same.
    long barrier = messages.get(messages.size() - 1).getXid();
    messages.add(known.factory().buildBarrierRequest().setXid(barrier).build());
    PendingBatch batch =
        new PendingBatch(
            dpid, sent, barrier, failed -> completion.accept(union(failed, impossible)));
    if (!batches.add(batch)) {
      log.warn("{} rules not sent to {}: too many are under way", changes.size(), device);
      completion.accept(Set.copyOf(changes));
      return;
    }
    sent.values().forEach(change -> statistics.sending(dpid, change.rule()));
    known.sendMsg(messages);
    if (controller.getSwitch(dpid) != known) {
      // It went before the batch was taken up, so that nobody else will end the batch.
      batches.disconnected(dpid);
    }
  }

  private static OFFlowMod message(RuleChange change, OFFactory factory) throws CodecException {
    switch (change.kind()) {
      case ADD:
        return FlowModEncoder.add(change.rule(), factory);
      case MODIFY:
        return FlowModEncoder.modify(change.rule(), factory);
      default:
        return FlowModEncoder.remove(change.rule(), factory);
    }
  }

  private void refuse(RuleChange change, String reason) {
    FlowRule rule = change.rule();
    log.warn("{} of a rule at {} failed: {}: {}", change.kind(), rule.deviceId(), reason, rule);
    if (change.kind() != Kind.REMOVE) {
      refused.add(rule, reason);
    }
  }

  // Type and code have no common form; what follows them is the message that is refused.
  private static String brief(OFErrorMsg error) {
    String text = error.toString();
    int message = text.indexOf(", data=");
    return message < 0 ? text : text.substring(0, message) + ")";
  }

  private static Set<RuleChange> union(Set<RuleChange> some, Set<RuleChange> others) {
    Set<RuleChange> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private void poll(Dpid dpid) {
    batches.expire();
    OpenFlowSwitch known = controller.getSwitch(dpid);
    if (known != null && known.getRole() == RoleState.MASTER && !Switches.isTooOld(known)) {
      statistics.ask(known);
    }
  }

  private void received(Dpid dpid, OFMessage message) {
    OpenFlowSwitch known = controller.getSwitch(dpid);
    if (known == null) {
      return;
    }
    if (message instanceof OFFlowStatsReply) {
      statistics.answered(known, (OFFlowStatsReply) message, service);
    } else if (message instanceof OFFlowRemoved) {
      removed(Switches.device(dpid), (OFFlowRemoved) message);
    }
  }

  private void removed(DeviceId device, OFFlowRemoved message) {
    try {
      service.flowRemoved(FlowEntryReader.read(device, message));
    } catch (CodecException e) {
      log.debug("A rule of {} that was not ONOS's is gone: {}", device, e.getMessage());
    }
  }

  private final class Listener extends SwitchListenerAdapter {

    @Override
    public void switchAdded(Dpid dpid) {
      poller.start(dpid);
    }

    @Override
    public void switchRemoved(Dpid dpid) {
      poller.stop(dpid);
      statistics.forget(dpid);
      refused.remove(Switches.device(dpid));
      batches.disconnected(dpid);
    }
  }

  /** Told everything in the order in which it comes: an error before the barrier behind it. */
  private final class Replies implements OpenFlowMessageListener {

    @Override
    public void handleIncomingMessage(Dpid dpid, OFMessage message) {
      if (message.getType() == OFType.ERROR) {
        batches
            .refused(dpid, message.getXid())
            .ifPresent(change -> refuse(change, "the switch says " + brief((OFErrorMsg) message)));
      } else if (message.getType() == OFType.BARRIER_REPLY) {
        batches.barrier(dpid, message.getXid());
      }
    }

    @Override
    public void handleOutgoingMessage(Dpid dpid, List<OFMessage> messages) {
      // Only replies are of interest.
    }
  }
}
