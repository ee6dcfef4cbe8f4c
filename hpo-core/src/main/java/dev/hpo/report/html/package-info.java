// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.hpo.report.html;

import org.jspecify.annotations.NullMarked;
