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
package org.deskedge.agent.internal.call;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sip.address.SipURI;
import org.deskedge.agent.internal.dtmf.ParkedMedia;
import org.deskedge.agent.internal.link.Edge;
import org.deskedge.agent.internal.sip.InviteWriter;
import org.deskedge.agent.internal.sip.SipStackAdapter;
import org.deskedge.rtp.event.EventListener;

/**
 * What every call works with.
 *
 * @param parking makes the media of one parked softphone
 * @param softphone where the softphone listens
 * @param ended is told of each call that ended
 */
record CallContext(
    SipStackAdapter sip,
    InviteWriter writer,
    Function<EventListener, ParkedMedia> parking,
    Edge edge,
    SipURI softphone,
    Consumer<Call> ended) {}
