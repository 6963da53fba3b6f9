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
package org.deskedge.onos.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.deskedge.onos.MemoryEdges;

/**
 * Karaf's own parser of command lines before this bundle's commands, over services in memory. What
 * ONOS does around a command needs a framework and is left out.
 */
final class Shell {

  private static final List<Class<? extends Action>> COMMANDS =
      List.of(
          PoliciesCommand.class,
          PolicyAddCommand.class,
          PolicyRemoveCommand.class,
          EdgesCommand.class,
          EdgeAddCommand.class,
          EdgeRemoveCommand.class,
          DrainCommand.class);

  private final MemoryEdges edges = new MemoryEdges();

  MemoryEdges edges() {
    return edges;
  }

  /** Runs a command and returns what it prints; throws what ends it. */
  String run(String line) throws Exception {
    List<Object> words = Stream.of(line.split(" ", -1)).collect(Collectors.toList());
    Action command = command(words.remove(0));
    if (!new DefaultActionPreparator().prepare(command, null, words)) {
      throw new AssertionError(line + " has only been explained");
    }
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      Method method = command.getClass().getDeclaredMethod("doExecute");
      method.setAccessible(true);
      method.invoke(command);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private Action command(Object name) throws ReflectiveOperationException {
    for (Class<? extends Action> type : COMMANDS) {
      if (type.getAnnotation(Command.class).name().equals(name)) {
        Action command = type.getDeclaredConstructor().newInstance();
        inject(command);
        return command;
      }
    }
    throw new AssertionError("no command " + name);
  }

  private void inject(Action command) throws ReflectiveOperationException {
    for (Field field : command.getClass().getDeclaredFields()) {
      for (Object service : List.of(edges, edges.policies())) {
        if (field.isAnnotationPresent(Reference.class) && field.getType().isInstance(service)) {
          field.setAccessible(true);
          field.set(command, service);
        }
      }
    }
  }
}
