/**
 * What people see of the threads they take part in: unread, archived, deleted, found by words. It knows ids of threads and
 * messages and nothing else of them; rows are written by the statement that stores the messages.
 */
@NullMarked
package io.parlance.core.inbox;

import org.jspecify.annotations.NullMarked;
