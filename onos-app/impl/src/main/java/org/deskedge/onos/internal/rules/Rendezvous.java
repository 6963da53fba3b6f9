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
package org.deskedge.onos.internal.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.deskedge.onos.EdgeId;

/**
 * Highest random weight hashing (Thaler and Ravishankar, 1998): each bucket goes to the edge with
 * which it hashes highest, so an edge that comes or goes moves only its own buckets.
 */
final class Rendezvous {

  /** A fingerprint never changes with Guava's version, so no upgrade moves clients. */
  private static final HashFunction HASH = Hashing.farmHashFingerprint64();

  private Rendezvous() {}

  static Optional<EdgeId> choose(Bucket bucket, Collection<EdgeId> edges) {
    return edges.stream()
        .max(
            Comparator.comparingLong((EdgeId edge) -> weight(edge, bucket))
                .thenComparing(EdgeId::id));
  }

  private static long weight(EdgeId edge, Bucket bucket) {
    return HASH.hashString(edge.id() + '|' + bucket, UTF_8).asLong();
  }
}
