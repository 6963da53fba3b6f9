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
package org.deskedge.onos.internal.store;

import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeDownAction;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeLoad;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectProtocol;
import org.deskedge.onos.RedirectTarget;
import org.deskedge.onos.RuleState;
import org.deskedge.onos.VoiceMarking;
import org.deskedge.onos.internal.rules.Session;
import org.onlab.util.KryoNamespace;
import org.onosproject.store.serializers.KryoNamespaces;
import org.onosproject.store.service.Serializer;

/** The binary form of all that is stored. The order is the format: append, never insert. */
final class Serializers {

  private Serializers() {}

  static Serializer create() {
    return Serializer.using(
        KryoNamespace.newBuilder()
            .register(KryoNamespaces.API)
            .nextId(KryoNamespaces.BEGIN_USER_CUSTOM_ID)
            .register(
                Index.class,
                Index.Entry.class,
                PolicyId.class,
                EdgeId.class,
                RedirectPolicy.class,
                RedirectProtocol.class,
                RedirectTarget.class,
                EdgeDownAction.class,
                VoiceMarking.class,
                Edge.class,
                EdgeStatus.class,
                EdgeState.class,
                EdgeHealth.class,
                EdgeLoad.class,
                Session.class,
                DeviceRules.class,
                RuleState.class)
            .build("deskedge"));
  }
}
