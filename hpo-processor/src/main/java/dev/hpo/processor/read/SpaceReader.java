// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.model.SpaceModel;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.apiguardian.api.API;

/** Reads the types that are annotated with {@code @SearchSpace}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SpaceReader {

    private final Environment environment;
    private final References references;

    /** Creates a reader for one round of processing. */
    public SpaceReader(Environment environment) {
        this.environment = environment;
        this.references = new References(environment);
    }

    /** Returns what a type says, and what is wrong with it. */
    public Reading read(TypeElement type) {
        Report report = new Report(type, environment.trees());
        Optional<SpaceModel> model = new TypeReader(environment, report, type).read(type);
        references.checkFinite(type, report);
        Optional<SpaceFile> file = model.filter(space -> report.isClean())
                .map(space ->
                        new SpaceFile(space, Environment.isPublic(type), new Deprecations(environment).touches(type)));
        return new Reading(type, file, report.faults(), report.isCurable(), direct(type));
    }

    private Set<String> direct(TypeElement type) {
        return references.direct(type);
    }
}
