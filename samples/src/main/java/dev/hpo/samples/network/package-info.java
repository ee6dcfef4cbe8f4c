// SPDX-License-Identifier: Apache-2.0
/** A small feed-forward network on Encog, shared by the samples that train one. */
@NullMarked
package dev.hpo.samples.network;

import org.jspecify.annotations.NullMarked;
