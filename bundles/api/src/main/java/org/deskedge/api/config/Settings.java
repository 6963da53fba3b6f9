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
package org.deskedge.api.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads one component's configuration dictionary and names every value that is wrong.
 *
 * <p>Each read takes a key; {@link #check()} at the end throws one exception that lists all
 * problems with file, key, value and what is allowed, unknown keys included. Not safe for use by
 * several threads.
 */
public final class Settings {

  private static final String FILE_KEY = "felix.fileinstall.filename";
  private static final List<String> FRAMEWORK_PREFIXES =
      List.of(
          "service.", "component.", "felix.", "osgi.ds.", "org.apache.karaf.", "org.apache.felix.");

  private final Map<String, Object> dictionary;
  private final String file;
  private final TreeSet<String> known = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Starts reading.
   *
   * @param dictionary the component's properties
   * @param pid names the file where the dictionary does not: {@code etc/<pid>.cfg}
   */
  public Settings(Map<String, Object> dictionary, String pid) {
    this.dictionary = dictionary;
    Object name = dictionary.get(FILE_KEY);
    this.file = name == null ? "etc/" + pid + ".cfg" : name.toString().replaceFirst("^file:", "");
  }

  /**
   * Reads a whole number.
   *
   * @param min least value allowed, inclusive
   * @param max greatest value allowed, inclusive
   */
  public int integer(String key, int fallback, int min, int max) {
    String text = text(key, Integer.toString(fallback));
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below, with what is allowed
    }
    problem(key, text, "a whole number from " + min + " to " + max);
    return fallback;
  }

  /** Reads a word out of a fixed set. */
  public String oneOf(String key, String fallback, List<String> allowed) {
    String text = text(key, fallback);
    if (!allowed.contains(text)) {
      problem(key, text, "one of " + String.join(", ", allowed));
      return fallback;
    }
    return text;
  }

  /** Reads a text, trimmed. */
  public String text(String key, String fallback) {
    known.add(key);
    Object value = dictionary.get(key);
    return value == null ? fallback : value.toString().trim();
  }

  /** Adds a problem the caller found itself. */
  public void problem(String key, String value, String allowed) {
    problems.add(key + " = '" + value + "': allowed is " + allowed);
  }

  /**
   * Ends reading.
   *
   * @throws InvalidConfigurationException if any value was wrong or any key is unknown
   */
  public void check() {
    for (String key : dictionary.keySet()) {
      if (!known.contains(key) && FRAMEWORK_PREFIXES.stream().noneMatch(key::startsWith)) {
        problems.add(key + ": unknown key; known are " + String.join(", ", known));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(file + ": " + String.join("; ", problems));
    }
  }
}
