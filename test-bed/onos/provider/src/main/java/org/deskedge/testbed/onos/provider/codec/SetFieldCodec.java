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

import java.util.function.Function;
import org.onosproject.net.flow.instructions.Instruction;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;
import org.projectfloodlight.openflow.types.OFValueType;

/**
 * One field that OpenFlow sets, and the instruction of ONOS that says the same. Immutable.
 *
 * @param <I> the instruction's class
 * @param <F> the field's values
 */
final class SetFieldCodec<I extends Instruction, F extends OFValueType<F>> {

  private final Enum<?> subtype;
  private final MatchField<F> field;
  private final Class<I> instructions;
  private final Function<I, F> value;
  private final Function<F, Instruction> decoder;

  SetFieldCodec(
      Enum<?> subtype,
      MatchField<F> field,
      Class<I> instructions,
      Function<I, F> value,
      Function<F, Instruction> decoder) {
    this.subtype = subtype;
    this.field = field;
    this.instructions = instructions;
    this.value = value;
    this.decoder = decoder;
  }

  /** Tells the instruction from others of its layer. */
  Enum<?> subtype() {
    return subtype;
  }

  MatchField<F> field() {
    return field;
  }

  OFAction encode(Instruction instruction, OFFactory factory) {
    F set = value.apply(instructions.cast(instruction));
    return factory.actions().setField(factory.oxms().fromValue(set, field));
  }

  Instruction decode(OFOxm<?> oxm) {
    // The field of an entry is what it is looked up by, so that its values are of the field's type.
    @SuppressWarnings("unchecked")
    F set = (F) oxm.getValue();
    return decoder.apply(set);
  }
}
