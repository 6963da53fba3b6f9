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
package org.deskedge.testbed.onos.provider.codec;

/** Something of ONOS has no OpenFlow 1.3 form, or the other way round. */
public final class CodecException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what it is, and why not. */
  public CodecException(String message) {
    super(message);
  }

  /** Says what it is, and keeps the cause. */
  public CodecException(String message, Throwable cause) {
    super(message, cause);
  }
}
