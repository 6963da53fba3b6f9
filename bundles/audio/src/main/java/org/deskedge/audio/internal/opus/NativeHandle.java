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
package org.deskedge.audio.internal.opus;

import java.lang.ref.Cleaner;
import java.util.function.LongConsumer;

/**
 * The address of an encoder or decoder in native memory, given back when its owner is garbage: some
 * 20 to 50 kB each. Streams have no end that codecs are told of.
 */
final class NativeHandle implements Runnable {

  private static final Cleaner CLEANER = Cleaner.create();

  private final LongConsumer destroy;
  private final long address;

  private NativeHandle(long address, LongConsumer destroy) {
    this.address = address;
    this.destroy = destroy;
  }

  /**
   * Takes charge of an address.
   *
   * @param destroy must not refer to the owner
   * @throws OutOfMemoryError if the address is 0
   */
  static Cleaner.Cleanable own(Object owner, long address, LongConsumer destroy) {
    if (address == 0) {
      throw new OutOfMemoryError("no memory for an Opus stream");
    }
    return CLEANER.register(owner, new NativeHandle(address, destroy));
  }

  @Override
  public void run() {
    destroy.accept(address);
  }
}
