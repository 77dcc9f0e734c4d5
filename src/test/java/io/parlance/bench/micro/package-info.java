/** Parts of the hot path by themselves, run by JMH in a process of their own: for the bytes they allocate. */
@NullMarked
package io.parlance.bench.micro;

import org.jspecify.annotations.NullMarked;
