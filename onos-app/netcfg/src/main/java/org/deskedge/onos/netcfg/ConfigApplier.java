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
package org.deskedge.onos.netcfg;

import static org.onlab.util.Tools.groupedThreads;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.deskedge.onos.EdgeAdminService;
import org.deskedge.onos.EdgeEvent;
import org.deskedge.onos.EdgeListener;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.deskedge.onos.RedirectPolicyEvent;
import org.deskedge.onos.RedirectPolicyListener;
import org.onosproject.app.ApplicationService;
import org.onosproject.cluster.ClusterService;
import org.onosproject.cluster.LeadershipEventListener;
import org.onosproject.cluster.LeadershipService;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.net.config.ConfigFactory;
import org.onosproject.net.config.InvalidFieldException;
import org.onosproject.net.config.NetworkConfigListener;
import org.onosproject.net.config.NetworkConfigRegistry;
import org.onosproject.net.config.basics.SubjectFactories;
import org.onosproject.store.serializers.KryoNamespaces;
import org.onosproject.store.service.DistributedSet;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.StorageException;
import org.onosproject.store.service.StorageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps policies and edges as the network configuration says, on one node of the cluster at a time.
 * It works when the configuration changes, when policies or edges do (what was refused may now do),
 * when it starts and when this node becomes the one.
 */
@Component(
    service = {},
    immediate = true)
public final class ConfigApplier {

  private static final Logger log = LoggerFactory.getLogger(ConfigApplier.class);

  private static final String APP = "org.deskedge";
  private static final String NAME = "deskedge-netcfg";

  private final ApplicationService applications;
  private final NetworkConfigRegistry registry;
  private final LeadershipService leadership;
  private final ClusterService cluster;
  private final EdgeAdminService edges;
  private final RedirectPolicyAdminService policies;
  private final ApplicationId app;
  private final DistributedSet<String> owned;
  private final Reconciler reconciler;

  /** However often it is asked while it works, one more run is enough: the others are discarded. */
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          groupedThreads("onos/deskedge", "netcfg", log),
          new ThreadPoolExecutor.DiscardPolicy());

  private boolean stopped;

  private final ConfigFactory<ApplicationId, DeskedgeConfig> factory =
      new ConfigFactory<>(
          SubjectFactories.APP_SUBJECT_FACTORY, DeskedgeConfig.class, DeskedgeConfig.KEY) {
        @Override
        public DeskedgeConfig createConfig() {
          return new DeskedgeConfig();
        }
      };
  private final NetworkConfigListener configListener =
      event -> {
        if (event.configClass().equals(DeskedgeConfig.class)) {
          schedule();
        }
      };
  private final LeadershipEventListener leadershipListener =
      event -> {
        if (event.subject().topic().equals(NAME)) {
          schedule();
        }
      };
  private final EdgeListener edgeListener =
      event -> {
        if (event.type() != EdgeEvent.Type.EDGE_STATUS_CHANGED) {
          schedule();
        }
      };
  private final RedirectPolicyListener policyListener =
      event -> {
        if (event.type() != RedirectPolicyEvent.Type.POLICY_STATUS_CHANGED) {
          schedule();
        }
      };

  /** Starts to apply. */
  @Activate
  public ConfigApplier(
      @Reference CoreService core,
      @Reference ApplicationService applications,
      @Reference NetworkConfigRegistry registry,
      @Reference LeadershipService leadership,
      @Reference ClusterService cluster,
      @Reference StorageService storage,
      @Reference EdgeAdminService edges,
      @Reference RedirectPolicyAdminService policies) {
    this.applications = applications;
    this.registry = registry;
    this.leadership = leadership;
    this.cluster = cluster;
    this.edges = edges;
    this.policies = policies;
    app = core.registerApplication(APP);
    owned =
        storage
            .<String>setBuilder()
            .withName(NAME)
            .withApplicationId(app)
            .withSerializer(Serializer.using(KryoNamespaces.BASIC))
            .build()
            .asDistributedSet();
    reconciler = new Reconciler(edges, policies, owned);
    registry.addListener(configListener);
    registry.registerConfigFactory(factory);
    edges.addListener(edgeListener);
    policies.addListener(policyListener);
    leadership.addListener(leadershipListener);
    leadership.runForLeadership(NAME);
    schedule();
  }

  /** Ends; what has been applied stays. */
  @Deactivate
  public void deactivate() {
    stop();
    leadership.removeListener(leadershipListener);
    leadership.withdraw(NAME);
    policies.removeListener(policyListener);
    edges.removeListener(edgeListener);
    registry.unregisterConfigFactory(factory);
    registry.removeListener(configListener);
    if (applications.getId(APP) == null || applications.getState(app) == null) {
      // Uninstalled: policies and edges are gone, and so is what is known of their origin.
      owned.clear();
    }
  }

  /** Without its factory the configuration looks empty, which must not be applied any more. */
  private synchronized void stop() {
    stopped = true;
    worker.shutdown();
  }

  /** Applies soon; takes no lock, as the thread that tells of events must not wait for stores. */
  private void schedule() {
    worker.execute(this::apply);
  }

  private synchronized void apply() {
    if (stopped || !cluster.getLocalNode().id().equals(leadership.getLeader(NAME))) {
      return;
    }
    DeskedgeConfig config = registry.getConfig(app, DeskedgeConfig.class);
    try {
      if (config == null) {
        reconciler.apply(List.of(), List.of());
      } else {
        reconciler.apply(config.edges(), config.policies());
      }
    } catch (InvalidFieldException e) {
      log.warn("Network configuration: nothing of it is applied: {}", e.getMessage());
    } catch (StorageException e) {
      log.warn("Network configuration: not applied now: {}", e.toString());
    } catch (RuntimeException e) {
      log.error("Network configuration: not applied", e);
    }
  }
}
