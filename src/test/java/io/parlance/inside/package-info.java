/**
 * Tests that run inside the server, by Arquillian on Payara Micro, for what HTTP does not show. Each class starts
 * a server of its own: keep them few.
 */
@NullMarked
package io.parlance.inside;

import org.jspecify.annotations.NullMarked;
