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

import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import org.deskedge.onos.EdgeAdminService;
import org.deskedge.onos.EdgeService;
import org.deskedge.onos.MemoryEdges;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.deskedge.onos.RedirectPolicyService;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.security.Credential;
import org.eclipse.jetty.webapp.Configuration;
import org.eclipse.jetty.webapp.WebAppContext;
import org.eclipse.jetty.webapp.WebXmlConfiguration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.onlab.osgi.ServiceDirectory;
import org.onlab.osgi.ServiceNotFoundException;
import org.onlab.osgi.TestServiceDirectory;
import org.onlab.rest.BaseResource;

/** The bundle's web.xml in the servlet container that ONOS has, over services in memory. */
final class RestServer implements BeforeEachCallback, AfterEachCallback {

  private final MemoryEdges edges = new MemoryEdges();
  private final Server server = new Server();
  private Api api;
  private ServiceDirectory before;

  MemoryEdges edges() {
    return edges;
  }

  /** A client with role admin. */
  Api api() {
    return api;
  }

  /** Takes the services away, as while the app starts. */
  void stopServices() {
    setDirectory(
        new ServiceDirectory() {
          @Override
          public <T> T get(Class<T> type) {
            throw new ServiceNotFoundException(type.getName());
          }
        });
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    before =
        setDirectory(
            new TestServiceDirectory()
                .add(EdgeService.class, edges)
                .add(EdgeAdminService.class, edges)
                .add(RedirectPolicyService.class, edges.policies())
                .add(RedirectPolicyAdminService.class, edges.policies()));
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    WebAppContext web = new WebAppContext();
    web.setContextPath("/onos/deskedge");
    web.setBaseResource(Resource.newResource(Path.of("target/classes").toUri()));
    web.setConfigurations(new Configuration[] {new WebXmlConfiguration()});
    web.setParentLoaderPriority(true);
    web.setThrowUnavailableOnStartupException(true);
    web.getSecurityHandler().setLoginService(users());
    server.setHandler(web);
    server.start();
    URI base = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/onos/deskedge");
    api = new Api(base, "onos", "rocks");
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    server.stop();
    setDirectory(before);
  }

  private static HashLoginService users() {
    UserStore users = new UserStore();
    users.addUser("onos", Credential.getCredential("rocks"), new String[] {"admin", "viewer"});
    users.addUser("guest", Credential.getCredential("guest"), new String[] {"viewer"});
    users.addUser("other", Credential.getCredential("other"), new String[] {"other"});
    HashLoginService login = new HashLoginService("karaf");
    login.setUserStore(users);
    return login;
  }

  /** ONOS's resources look services up in the framework, unless told otherwise in this way. */
  private static ServiceDirectory setDirectory(ServiceDirectory directory) {
    try {
      Field field = BaseResource.class.getDeclaredField("services");
      field.setAccessible(true);
      ServiceDirectory previous = (ServiceDirectory) field.get(null);
      field.set(null, directory);
      return previous;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("ONOS keeps its services elsewhere", e);
    }
  }
}
