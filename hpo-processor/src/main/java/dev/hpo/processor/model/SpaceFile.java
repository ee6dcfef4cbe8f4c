// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import org.apiguardian.api.API;

/**
 * A source file to generate.
 *
 * @param space the space in it
 * @param isPublic whether the annotated type, and so the space, is visible everywhere
 * @param touchesDeprecated whether the code names anything deprecated
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record SpaceFile(SpaceModel space, boolean isPublic, boolean touchesDeprecated) {}
