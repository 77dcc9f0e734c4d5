/**
 * The JITSudo API ({@code https://jitsudo-docs.pages.dev}). An access request is a thread; requesters, approvers and programs
 * discuss it by messages.
 */
@NullMarked
package io.parlance.dialect.jitsudo;

import org.jspecify.annotations.NullMarked;
