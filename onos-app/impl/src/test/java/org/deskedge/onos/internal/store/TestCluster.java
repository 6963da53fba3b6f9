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

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.deskedge.onos.internal.rules.Fixtures;
import org.onlab.packet.ChassisId;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreServiceAdapter;
import org.onosproject.event.Event;
import org.onosproject.event.EventDeliveryServiceAdapter;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.provider.ProviderId;
import org.onosproject.store.service.AsyncConsistentMap;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.ConsistentMapBuilder;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.TestConsistentMap;
import org.onosproject.store.service.TestStorageService;

/** What the stores need of ONOS, shared by as many nodes as a test makes of it. */
public final class TestCluster extends TestStorageService {

  private final Map<String, ConsistentMap<?, ?>> maps = new ConcurrentHashMap<>();
  private final ExecutorService events =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "map events");
            thread.setDaemon(true);
            return thread;
          });
  private final Devices devices = new Devices();
  private final List<Event<?, ?>> posted = new CopyOnWriteArrayList<>();

  /** One node's view of policies and edges. */
  public ConfigStore configStore() {
    return new ConfigStore(this, new Core());
  }

  /** One node's view, of a node that keeps the app in a folder. */
  ConfigStore configStore(Path folder) {
    return new ConfigStore(this, new Core(), new ParkedConfig(folder, Serializers.create()));
  }

  /** Everything that the cluster's maps hold, by name of the map. */
  Map<String, Set<?>> stored() {
    Map<String, Set<?>> stored = new HashMap<>();
    maps.forEach((name, map) -> stored.put(name, map.keySet()));
    return stored;
  }

  /** One node's view of what has been found out. */
  public StatusStore statusStore() {
    return new StatusStore(this, new Core());
  }

  /** Keeps what is posted. */
  public EventDeliveryServiceAdapter events() {
    return new EventDeliveryServiceAdapter() {
      @Override
      @SuppressWarnings("rawtypes")
      public void post(Event event) {
        posted.add((Event<?, ?>) event);
      }
    };
  }

  /** Everything that was posted. */
  public List<Event<?, ?>> posted() {
    return posted;
  }

  /** The switches that are known: those of {@link #addDevice}. */
  public DeviceServiceAdapter devices() {
    return devices;
  }

  /** Makes a switch known, with physical ports of these numbers and its local one. */
  public void addDevice(DeviceId device, long... ports) {
    devices.ports.put(
        device,
        LongStream.concat(LongStream.of(ports), LongStream.of(PortNumber.LOCAL.toLong()))
            .mapToObj(PortNumber::portNumber)
            .collect(Collectors.toList()));
  }

  @Override
  public <K, V> ConsistentMapBuilder<K, V> consistentMapBuilder() {
    return new SharedMapBuilder<>();
  }

  @SuppressWarnings("unchecked")
  private <K, V> ConsistentMap<K, V> newMap(String name, Serializer serializer) {
    TestConsistentMap.Builder<K, V> builder = TestConsistentMap.builder();
    builder.withName(name).withSerializer(serializer);
    return asInACluster(builder.build());
  }

  /** As ONOS's own: one change after the other, listeners told later by a thread of their own. */
  @SuppressWarnings("unchecked")
  private <K, V> ConsistentMap<K, V> asInACluster(ConsistentMap<K, V> map) {
    Map<Object, MapEventListener<K, V>> later = new HashMap<>();
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          synchronized (map) {
            if (method.getName().equals("addListener")) {
              MapEventListener<K, V> listener = (MapEventListener<K, V>) arguments[0];
              later.put(listener, event -> events.execute(() -> listener.event(event)));
              map.addListener(later.get(listener));
              return null;
            }
            if (method.getName().equals("removeListener")) {
              map.removeListener(later.remove(arguments[0]));
              return null;
            }
            try {
              return method.invoke(map, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          }
        };
    return (ConsistentMap<K, V>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {ConsistentMap.class}, handler);
  }

  private final class SharedMapBuilder<K, V> extends ConsistentMapBuilder<K, V> {

    @Override
    @SuppressWarnings("unchecked")
    public ConsistentMap<K, V> build() {
      return (ConsistentMap<K, V>)
          maps.computeIfAbsent(name(), name -> TestCluster.this.newMap(name, serializer()));
    }

    @Override
    public AsyncConsistentMap<K, V> buildAsyncMap() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Devices extends DeviceServiceAdapter {

    private final Map<DeviceId, List<PortNumber>> ports = new ConcurrentHashMap<>();

    @Override
    public Device getDevice(DeviceId device) {
      return ports.containsKey(device)
          ? new DefaultDevice(
              ProviderId.NONE, device, Device.Type.SWITCH, "", "", "", "", new ChassisId())
          : null;
    }

    @Override
    public Iterable<Device> getAvailableDevices() {
      return ports.keySet().stream().map(this::getDevice).collect(Collectors.toList());
    }

    @Override
    public List<Port> getPorts(DeviceId device) {
      return ports.getOrDefault(device, List.of()).stream()
          .map(number -> new DefaultPort(getDevice(device), number, true))
          .collect(Collectors.toList());
    }

    @Override
    public Port getPort(ConnectPoint point) {
      return getPorts(point.deviceId()).stream()
          .filter(port -> port.number().equals(point.port()))
          .findFirst()
          .orElse(null);
    }
  }

  private static final class Core extends CoreServiceAdapter {

    @Override
    public ApplicationId registerApplication(String name) {
      return Fixtures.APP;
    }
  }
}
