// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.ProductModel;
import dev.hpo.processor.model.SpaceModel;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Reads a record, class or sealed type, be it annotated or a permitted type of one that is. */
final class TypeReader {

    private final Environment environment;
    private final Report report;
    private final PackageElement from;

    TypeReader(Environment environment, Report report, TypeElement root) {
        this.environment = environment;
        this.report = report;
        this.from = environment.packageOf(root);
    }

    Optional<SpaceModel> read(TypeElement type) {
        boolean usable = new TypeRules(environment, report).check(type);
        if (isChoice(type)) {
            return new ChoiceReader(environment, report, this).read(type).map(SpaceModel.class::cast);
        }
        MemberReader members = new MemberReader(environment, from);
        Optional<ProductModel> product =
                switch (type.getKind()) {
                    case RECORD -> new RecordReader(environment, report, members).read(type);
                    case CLASS ->
                        usable ? new ClassReader(environment, report, members, from).read(type) : Optional.empty();
                    default -> Optional.empty();
                };
        return product.map(SpaceModel.class::cast);
    }

    static boolean isChoice(TypeElement type) {
        boolean open =
                type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT);
        return open && type.getModifiers().contains(Modifier.SEALED);
    }
}
