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
package org.deskedge.onos.internal.config;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads whole numbers from component properties. */
public final class IntProperty {

  private static final Logger LOG = LoggerFactory.getLogger(IntProperty.class);

  private IntProperty() {}

  /**
   * Reads a number; one that is wrong is logged with what is allowed, and the present value stays.
   *
   * @param present the value until now, at first the default
   */
  public static int read(Map<String, ?> properties, String key, int present, int min, int max) {
    Object value = properties.get(key);
    if (value == null) {
      return present;
    }
    try {
      int number = Integer.parseInt(value.toString().trim());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below, with what is allowed
    }
    LOG.error(
        "{} = '{}': allowed is a whole number in {}..{}; {} stays", key, value, min, max, present);
    return present;
  }
}
