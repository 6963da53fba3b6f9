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
package org.deskedge.testbed.client;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.deskedge.testbed.process.TestBedException;

/**
 * What was on a screen at one time.
 *
 * @param file the picture as PNG
 * @param image the picture
 */
public record Screenshot(Path file, BufferedImage image) {

  /** Reads a picture. */
  static Screenshot read(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new TestBedException(file + " is no picture");
      }
      return new Screenshot(file, image);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** How many pixels are white, the terminal's background, as a fraction from 0 to 1. */
  public double white() {
    return pixels().filter(i -> (pixel(i) & 0xFFFFFF) == 0xFFFFFF).count() / (double) size();
  }

  /** How many pixels differ from those of another picture of the same size, from 0 to 1. */
  public double differenceFrom(Screenshot other) {
    return pixels().filter(i -> pixel(i) != other.pixel(i)).count() / (double) size();
  }

  private IntStream pixels() {
    return IntStream.range(0, size());
  }

  private int size() {
    return image.getWidth() * image.getHeight();
  }

  private int pixel(int index) {
    return image.getRGB(index % image.getWidth(), index / image.getWidth());
  }
}
