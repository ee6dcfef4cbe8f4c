// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.space.Scale;
import java.util.Arrays;
import java.util.Optional;

/** The annotations that give a member its domain, its size, what is believed of it or whether it may change. */
enum DomainKind {
    UNIFORM("Uniform", Scale.LINEAR),
    LOG_UNIFORM("LogUniform", Scale.LOG),
    ONE_MINUS_LOG("OneMinusLog", Scale.ONE_MINUS_LOG),
    LOGIT("Logit", Scale.LOGIT),
    CHOICE("Choice", Scale.LINEAR),
    ORDINAL("Ordinal", Scale.LINEAR),
    SIZE("Size", Scale.LINEAR),
    PRIOR("Prior", Scale.LINEAR),
    ADJUSTABLE("Adjustable", Scale.LINEAR);

    static final String PACKAGE = "dev.hpo.annotations.";

    private final String annotation;
    private final Scale scale;

    DomainKind(String annotation, Scale scale) {
        this.annotation = annotation;
        this.scale = scale;
    }

    /** Returns the kind of an annotation of the given qualified name. */
    static Optional<DomainKind> of(String qualifiedName) {
        return Arrays.stream(values())
                .filter(kind -> qualifiedName.equals(PACKAGE + kind.annotation))
                .findFirst();
    }

    Scale scale() {
        return scale;
    }

    boolean isListed() {
        return this == CHOICE || this == ORDINAL;
    }

    boolean isDomain() {
        return this != SIZE && this != PRIOR && this != ADJUSTABLE;
    }

    @Override
    public String toString() {
        return "@" + annotation;
    }
}
