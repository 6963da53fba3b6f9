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
package org.deskedge.onos.internal.sync;

import org.deskedge.onos.internal.store.App;
import org.onosproject.app.ApplicationService;
import org.onosproject.app.ApplicationState;
import org.onosproject.core.ApplicationId;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Why a component ends, which decides what becomes of the flow rules. */
enum Ending {
  /** ONOS stops, or a bundle is renewed: rules stay, calls and sessions go on. */
  PAUSE,
  /** The app was deactivated: rules go, policies and edges stay for the next activation. */
  DEACTIVATED,
  /** The app was uninstalled: nothing stays. */
  UNINSTALLED;

  static Ending of(BundleContext context, ApplicationService applications) {
    if (context.getBundle(0).getState() != Bundle.ACTIVE) {
      return PAUSE;
    }
    ApplicationId id = applications.getId(App.NAME);
    ApplicationState state = id == null ? null : applications.getState(id);
    if (state == ApplicationState.ACTIVE) {
      return PAUSE;
    }
    return state == ApplicationState.INSTALLED ? DEACTIVATED : UNINSTALLED;
  }
}
