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

import java.util.function.BiFunction;
import java.util.function.Function;
import org.onosproject.net.flow.criteria.Criterion;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;
import org.projectfloodlight.openflow.types.OFValueType;

/**
 * One match field of OpenFlow, and the criteria of ONOS that say the same. Immutable.
 *
 * @param <C> the criteria's class
 * @param <F> the field's values
 */
final class FieldCodec<C extends Criterion, F extends OFValueType<F>> {

  /** A field of which only whole values are matched. */
  static <C extends Criterion, F extends OFValueType<F>> FieldCodec<C, F> exact(
      MatchField<F> field,
      Criterion.Type type,
      Class<C> criteria,
      Function<C, F> value,
      Function<F, Criterion> decoder) {
    return new FieldCodec<>(field, type, null, criteria, value, null, decoder, null);
  }

  private final MatchField<F> field;
  private final Criterion.Type type;
  private final Criterion.Type maskedType;
  private final Class<C> criteria;
  private final Function<C, F> value;
  private final Function<C, F> mask;
  private final Function<F, Criterion> decoder;
  private final BiFunction<F, F, Criterion> maskedDecoder;

  private FieldCodec(
      MatchField<F> field,
      Criterion.Type type,
      Criterion.Type maskedType,
      Class<C> criteria,
      Function<C, F> value,
      Function<C, F> mask,
      Function<F, Criterion> decoder,
      BiFunction<F, F, Criterion> maskedDecoder) {
    this.field = field;
    this.type = type;
    this.maskedType = maskedType;
    this.criteria = criteria;
    this.value = value;
    this.mask = mask;
    this.decoder = decoder;
    this.maskedDecoder = maskedDecoder;
  }

  /**
   * The same field, matched under a mask as well.
   *
   * @param masked the type of such criteria; may be the same as without a mask
   */
  FieldCodec<C, F> withMask(
      Criterion.Type masked, Function<C, F> maskOf, BiFunction<F, F, Criterion> decoderOfMasked) {
    return new FieldCodec<>(field, type, masked, criteria, value, maskOf, decoder, decoderOfMasked);
  }

  MatchField<F> field() {
    return field;
  }

  Criterion.Type type() {
    return type;
  }

  /** The type of criteria with a mask, null if there is none. */
  Criterion.Type maskedType() {
    return maskedType;
  }

  void encode(Criterion criterion, Match.Builder match) {
    C own = criteria.cast(criterion);
    if (own.type() == maskedType) {
      match.setMasked(field, value.apply(own), mask.apply(own));
    } else {
      match.setExact(field, value.apply(own));
    }
  }

  /** The criterion; fails if the match has a mask and ONOS no criterion with one. */
  Criterion decode(OFOxm<?> oxm) throws CodecException {
    // The field of an entry is what it is looked up by, so that its values are of the field's type.
    @SuppressWarnings("unchecked")
    OFOxm<F> own = (OFOxm<F>) oxm;
    if (!own.isMasked()) {
      return decoder.apply(own.getValue());
    }
    if (maskedDecoder == null) {
      throw new CodecException("ONOS matches " + field.getName() + " without a mask only");
    }
    return maskedDecoder.apply(own.getValue(), own.getMask());
  }
}
