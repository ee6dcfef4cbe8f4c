// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** What holds for an annotation that bears a domain, size, prior or {@code @Adjustable} to hand it on. */
final class AnnotationRules {

    private final Environment environment;

    AnnotationRules(Environment environment) {
        this.environment = environment;
    }

    /** Returns what is wrong with an annotation, whatever member it may stand at. */
    List<Fault> check(TypeElement annotation) {
        Report report = new Report(annotation, environment);
        Subject subject = new Subject(environment.display(annotation), annotation, report);
        List<Mark> domains = new ArrayList<>();
        for (AnnotationMirror mirror : annotation.getAnnotationMirrors()) {
            DomainKind.of(Mirrors.qualifiedName(mirror))
                    .map(kind -> Mark.direct(kind, mirror))
                    .ifPresent(mark -> {
                        check(subject, mark);
                        if (mark.kind().isDomain()) {
                            domains.add(mark);
                        }
                    });
        }
        if (domains.size() > 1) {
            Mark second = domains.get(1);
            report.add(
                    Message.TWO_DOMAINS,
                    second.place(annotation),
                    subject.text(),
                    second.label(),
                    domains.get(0).label());
        }
        new AdjustableReader(subject, Marks.of(annotation).adjustables()).check();
        return report.faults();
    }

    private void check(Subject subject, Mark mark) {
        if (mark.kind() == DomainKind.SIZE) {
            SizeReader.read(subject, mark);
        } else if (mark.kind() == DomainKind.PRIOR) {
            new PriorReader(subject, mark).checkAlone();
        } else if (mark.kind().isListed()) {
            new ListedReader(environment, subject).checkTexts(mark);
        } else if (mark.kind().isDomain()) {
            new BoundsReader(subject, mark, null).read();
        }
    }

    /** Returns what is wrong with the annotation that a mark comes from, in itself, if it is one of this compilation. */
    List<Fault> faults(Mark mark) {
        return mark.bearer().filter(environment::isCompiled).map(this::check).orElse(List.of());
    }
}
