// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.ProductModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the {@code @Initial} method of a record or class. */
final class InitialReader {

    static final String INITIAL = DomainKind.PACKAGE + "Initial";

    private final Environment environment;
    private final Report report;

    InitialReader(Environment environment, Report report) {
        this.environment = environment;
        this.report = report;
    }

    /** Returns the method that returns the start configuration, if there is one. */
    Optional<ProductModel.Start> read(TypeElement type, List<MemberModel> members) {
        List<ExecutableElement> methods = methods(type);
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        for (ExecutableElement second : methods.subList(1, methods.size())) {
            report.add(
                    Message.INITIAL_TWICE,
                    Place.of(second, Mirrors.find(second, INITIAL).orElseThrow()),
                    text(type, second),
                    second.getSimpleName(),
                    methods.get(0).getSimpleName());
        }
        methods.forEach(method -> checkForm(type, method));
        new InitialValues(environment, report).checkArguments(type, methods.get(0), members);
        return Optional.of(
                new ProductModel.Start.Method(methods.get(0).getSimpleName().toString()));
    }

    static boolean hasMethod(TypeElement type) {
        return !methods(type).isEmpty();
    }

    private static List<ExecutableElement> methods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> Mirrors.has(method, INITIAL))
                .toList();
    }

    private void checkForm(TypeElement type, ExecutableElement method) {
        Optional<String> rule = brokenRule(type, method);
        rule.ifPresent(broken -> report.add(
                Message.INITIAL_FORM,
                Place.of(method),
                text(type, method),
                method.getSimpleName(),
                broken,
                type.getSimpleName(),
                method.getSimpleName()));
    }

    private Optional<String> brokenRule(TypeElement type, ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("be static");
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of("not be private");
        }
        if (!method.getParameters().isEmpty()) {
            return Optional.of("take no parameters");
        }
        Optional<TypeMirror> other =
                Environment.returned(method).filter(returned -> !environment.isSame(returned, type.asType()));
        if (other.isPresent()) {
            return Optional.of("return " + type.getSimpleName() + ", not " + environment.text(other.get(), method));
        }
        return Accessors.throwsNothingChecked(environment, method)
                ? Optional.empty()
                : Optional.of("throw no checked exception");
    }

    private String text(TypeElement type, ExecutableElement method) {
        return environment.display(type) + "." + method.getSimpleName();
    }
}
