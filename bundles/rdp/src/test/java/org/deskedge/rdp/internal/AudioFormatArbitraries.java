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
package org.deskedge.rdp.internal;

import io.netty.buffer.Unpooled;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.deskedge.rdp.rdpsnd.AudioFormat;

/** Audio formats of every kind. */
public final class AudioFormatArbitraries {

  private AudioFormatArbitraries() {}

  /** Returns formats with and without extra data. */
  public static Arbitrary<AudioFormat> formats() {
    return Combinators.combine(
            u16(),
            u16(),
            Arbitraries.integers(),
            Arbitraries.integers(),
            u16(),
            u16(),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(22).map(Unpooled::wrappedBuffer))
        .as(AudioFormat::new);
  }

  /** Returns lists of formats, the empty one included. */
  public static Arbitrary<List<AudioFormat>> lists() {
    return formats().list().ofMaxSize(12);
  }

  /** Returns numbers of 16 bits. */
  public static Arbitrary<Integer> u16() {
    return Arbitraries.integers().between(0, 0xFFFF);
  }
}
