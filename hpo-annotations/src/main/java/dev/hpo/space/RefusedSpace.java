// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.List;
import java.util.function.Consumer;

/**
 * The space of a type that the annotation processor has refused: whatever it is asked, it throws what was reported, each time.
 *
 * <p>It names the type in a text only: the type may be private, generic or missing.
 */
final class RefusedSpace extends Space<Object> {

    private final String type;
    private final List<String> errors;

    RefusedSpace(String type, List<String> errors) {
        super(Object.class, Scope.root());
        this.type = type;
        this.errors = errors;
    }

    @Override
    void requireAccepted() {
        throw refusal();
    }

    @Override
    public Object decode(Configuration configuration) {
        throw refusal();
    }

    @Override
    public void encode(Object instance, Configuration.Builder sink) {
        throw refusal();
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        throw refusal();
    }

    @Override
    public Space<Object> at(Scope place) {
        throw refusal();
    }

    @Override
    public Start<Object> start() {
        throw refusal();
    }

    @Override
    public String typeName() {
        throw refusal();
    }

    @Override
    public String toString() {
        throw refusal();
    }

    private SpaceRefusedException refusal() {
        return new SpaceRefusedException(type, errors);
    }
}
