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
package org.deskedge.rtp.rtcp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Packet type 202 (RFC 3550 section 6.5): who the sources are.
 *
 * @param chunks one for each source, at most 31
 */
public record SourceDescription(List<Chunk> chunks) implements RtcpPacket {

  /** Item type of the canonical name (section 6.5.1). */
  public static final int CNAME = 1;

  /** Item type of private extensions (section 6.5.8), which are not texts and are skipped. */
  static final int PRIV = 8;

  /** Checks how many chunks there are. */
  public SourceDescription {
    chunks = Reports.checked(chunks);
  }

  /** Describes one source by its canonical name. */
  public static SourceDescription cname(int source, String name) {
    return new SourceDescription(List.of(new Chunk(source, List.of(new Item(CNAME, name)))));
  }

  /** Returns the canonical name of a source, if it is among the items. */
  public Optional<String> cname(int source) {
    return chunks.stream()
        .filter(chunk -> chunk.source() == source)
        .flatMap(chunk -> chunk.items().stream())
        .filter(item -> item.type() == CNAME)
        .map(Item::text)
        .findFirst();
  }

  /**
   * What is said of one source.
   *
   * @param source whom it is about
   * @param items what is said
   */
  public record Chunk(int source, List<Item> items) {

    /** Copies the items. */
    public Chunk {
      items = List.copyOf(items);
    }
  }

  /**
   * One item.
   *
   * @param type 1 to 255, but not 8 (PRIV)
   * @param text at most 255 bytes of UTF-8
   */
  public record Item(int type, String text) {

    /** Checks type and length. */
    public Item {
      if (type < 1 || type > 255 || type == PRIV) {
        throw new IllegalArgumentException("item type " + type + " is not of a text");
      }
      if (text.getBytes(StandardCharsets.UTF_8).length > 255) {
        throw new IllegalArgumentException("more than 255 bytes of text");
      }
    }
  }
}
