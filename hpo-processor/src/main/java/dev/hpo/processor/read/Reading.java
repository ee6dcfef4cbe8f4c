// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.SpaceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.apiguardian.api.API;

/**
 * What was read of one annotated type.
 *
 * @param type the type
 * @param file the file to generate, unless there is a fault
 * @param faults what is wrong
 * @param isCurable whether another processor may cure a fault before the next round
 * @param references the qualified names of the types whose generated classes the file names
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Reading(
        TypeElement type, Optional<SpaceFile> file, List<Fault> faults, boolean isCurable, Set<String> references) {}
