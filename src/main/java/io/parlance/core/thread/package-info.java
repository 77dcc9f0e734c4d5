/** A thread is a Travtus conversation, a Mews message thread, a JITSudo access request or a HighQ conversation. */
@NullMarked
package io.parlance.core.thread;

import org.jspecify.annotations.NullMarked;
