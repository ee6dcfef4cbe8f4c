// SPDX-License-Identifier: Apache-2.0
/** The annotations that turn a configuration type into a search space. */
@NullMarked
package dev.hpo.annotations;

import org.jspecify.annotations.NullMarked;
