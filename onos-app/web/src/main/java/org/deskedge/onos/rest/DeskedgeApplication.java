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
package org.deskedge.onos.rest;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.onlab.rest.AuthorizationFilter;

/**
 * All that answers under {@code /onos/deskedge}.
 *
 * <p>Not one of ONOS's AbstractWebApplication: that one brings mappers which answer errors in
 * another form than problem documents. Its filter, by which only role admin may write, is kept.
 */
public final class DeskedgeApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return ImmutableSet.of(
        PolicyResource.class,
        EdgeResource.class,
        StatusResource.class,
        OpenApiResource.class,
        AuthorizationFilter.class,
        JsonObjectReader.class,
        JsonObjectWriter.class,
        RefusedMapper.class,
        HttpErrorMapper.class,
        FailureMapper.class);
  }
}
