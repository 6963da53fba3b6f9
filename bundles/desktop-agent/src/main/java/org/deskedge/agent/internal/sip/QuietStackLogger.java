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
package org.deskedge.agent.internal.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the SIP stack's own log to slf4j, errors only and cut short: it prints whole messages, with
 * credentials in them. Created by the stack by name.
 */
public final class QuietStackLogger implements StackLogger {

  private static final Logger LOG = LoggerFactory.getLogger("org.deskedge.agent.sip.stack");
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}\\[]{0,120}");

  /** Leaves out the message text or bytes that stand behind the words. */
  static String cut(String message) {
    Matcher words = WORDS.matcher(message);
    return words.lookingAt() ? words.group() : "";
  }

  @Override
  public boolean isLoggingEnabled() {
    return true;
  }

  @Override
  public boolean isLoggingEnabled(int level) {
    return level == TRACE_FATAL || level == TRACE_ERROR;
  }

  @Override
  public void logFatalError(String message) {
    LOG.error("{}", cut(message));
  }

  @Override
  public void logError(String message) {
    LOG.warn("{}", cut(message));
  }

  @Override
  public void logError(String message, Exception cause) {
    LOG.warn("{}: {}", cut(message), cut(String.valueOf(cause)));
  }

  @Override
  public void logException(Throwable cause) {
    LOG.debug("exception in the SIP stack: {}", cause.getClass().getName());
  }

  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int level) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void logDebug(String message) {}

  @Override
  public void logDebug(String message, Exception cause) {}

  @Override
  public void logTrace(String message) {}

  @Override
  public void logWarning(String message) {}

  @Override
  public void logInfo(String message) {}

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String stamp) {}

  @Override
  public void setStackProperties(Properties properties) {}

  @Override
  public String getLoggerName() {
    return LOG.getName();
  }
}
