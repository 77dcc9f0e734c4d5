/** The admin REST API at /admin/api/v1: the installation's own, so unknown members are refused. */
@NullMarked
package io.parlance.admin;

import org.jspecify.annotations.NullMarked;
