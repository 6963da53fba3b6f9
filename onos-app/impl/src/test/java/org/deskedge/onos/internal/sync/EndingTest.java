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

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.deskedge.onos.internal.rules.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onosproject.app.ApplicationServiceAdapter;
import org.onosproject.app.ApplicationState;
import org.onosproject.core.ApplicationId;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class EndingTest {

  @ParameterizedTest
  @EnumSource(ApplicationState.class)
  void rulesStayWhenOnosStopsWhateverTheAppsState(ApplicationState state) {
    assertThat(ending(Bundle.STOPPING, state)).isEqualTo(Ending.PAUSE);
  }

  @Test
  void rulesStayWhenABundleIsRenewed() {
    assertThat(ending(Bundle.ACTIVE, ApplicationState.ACTIVE)).isEqualTo(Ending.PAUSE);
  }

  @Test
  void rulesGoWhenTheAppIsDeactivated() {
    assertThat(ending(Bundle.ACTIVE, ApplicationState.INSTALLED)).isEqualTo(Ending.DEACTIVATED);
  }

  @Test
  void everythingGoesWhenTheAppIsUninstalled() {
    assertThat(ending(Bundle.ACTIVE, null)).isEqualTo(Ending.UNINSTALLED);
  }

  private static Ending ending(int systemBundle, ApplicationState app) {
    Bundle system = answering(Bundle.class, "getState", systemBundle);
    return Ending.of(
        answering(BundleContext.class, "getBundle", system),
        new ApplicationServiceAdapter() {
          @Override
          public ApplicationId getId(String name) {
            return Fixtures.APP;
          }

          @Override
          public ApplicationState getState(ApplicationId id) {
            return app;
          }
        });
  }

  private static <T> T answering(Class<T> type, String method, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                return answer;
              }
              throw new UnsupportedOperationException(called.getName());
            }));
  }
}
