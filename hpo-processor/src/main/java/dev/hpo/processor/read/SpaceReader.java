// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.model.SpaceModel;
import java.util.Optional;
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

    /**
     * Returns what a type says, and what is wrong with it.
     *
     * @param isNew whether this is the first round with the type, so that other processors may not have seen it
     */
    public Reading read(TypeElement type, boolean isNew) {
        Report report = new Report(type, environment);
        if (isNew && Lombok.hides(type)) {
            report.defer();
        }
        new GeneratedNames(environment, report).check(type);
        Optional<SpaceModel> model = new TypeReader(environment, report, type).read(type);
        references.checkFinite(type, report);
        references.checkSize(type, report);
        references.checkAccepted(type, report);
        Optional<SpaceFile> file = model.filter(space -> report.isClean())
                .map(space ->
                        new SpaceFile(space, Environment.isPublic(type), new Deprecations(environment).touches(type)));
        return new Reading(type, file, report.faults(), report.isCurable(), references.direct(type));
    }
}
