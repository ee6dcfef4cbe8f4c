// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Generates the typed search space of each type annotated with {@code @SearchSpace}, and checks our annotations.
 *
 * <p>One file is generated for each type, from that type and those it names, so that a build tool can work incrementally.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@AutoService(Processor.class)
@SupportedAnnotationTypes({"dev.hpo.annotations.*", "dev.hpo.junit.*"})
public final class SearchSpaceProcessor extends AbstractProcessor {

    private @Nullable Rounds rounds;

    /** Creates a processor, as compilers do. */
    public SearchSpaceProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        rounds = new Rounds(environment);
    }

    /** Supports every version, since a new one does not change what the annotations mean. */
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims the annotations: javac warns of those that no processor claims. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (rounds != null) {
            rounds.process(annotations, round);
        }
        return true;
    }
}
