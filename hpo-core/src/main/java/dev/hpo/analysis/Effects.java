// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.space.Domain;
import dev.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The effects of one and two coordinates, over all trees of a surrogate. */
final class Effects {

    /** Between how many of the most important hyperparameters interactions are looked for. */
    private static final int PAIRED = 5;

    private final Surrogate surrogate;
    private final ValueScale scale;

    Effects(Surrogate surrogate, ValueScale scale) {
        this.surrogate = surrogate;
        this.scale = scale;
    }

    MarginalEffect effect(int coordinate) {
        List<MarginalEffect.Point> points = new ArrayList<>();
        for (int cell = 0; cell < cells(coordinate).count(); cell++) {
            int at = cell;
            Share rank = Share.of(surrogate.curves().stream()
                    .mapToDouble(curves -> curves.curve(coordinate)[at])
                    .toArray());
            points.add(new MarginalEffect.Point(
                    raw(coordinate, cell), scale.at(rank.value()), scale.at(rank.low()), scale.at(rank.high())));
        }
        return new MarginalEffect(parameter(coordinate), points);
    }

    Optional<EffectSurface> surface(int one, int other) {
        if (!meet(one, other)) {
            return Optional.empty();
        }
        double[][] sums = new double[cells(one).count()][cells(other).count()];
        for (Shape tree : surrogate.trees()) {
            PairSurface surface = PairSurface.of(surrogate.lattice(), tree, one, other);
            for (int row = 0; row < sums.length; row++) {
                for (int column = 0; column < sums[row].length; column++) {
                    sums[row][column] += surface.height(row, column);
                }
            }
        }
        List<List<Double>> values = new ArrayList<>();
        for (double[] row : sums) {
            List<Double> line = new ArrayList<>();
            for (double sum : row) {
                double rank = sum / surrogate.trees().size();
                line.add(Double.isNaN(rank) ? Double.NaN : scale.at(rank));
            }
            values.add(Collections.unmodifiableList(line));
        }
        return Optional.of(new EffectSurface(parameter(one), parameter(other), raws(one), raws(other), values));
    }

    /** Returns the interactions of the hyperparameters that explain most in total, the strongest first. */
    List<Interaction> interactions(List<ParameterImportance> parameters) {
        List<Integer> leading = parameters.stream()
                .sorted(Comparator.comparingDouble(one -> -one.total().value()))
                .limit(PAIRED)
                .map(one -> surrogate.lattice().encoding().place(one.parameter()))
                .toList();
        List<Interaction> all = new ArrayList<>();
        for (int one : leading) {
            for (int other : leading) {
                if (one < other && meet(one, other)) {
                    all.add(new Interaction(parameter(one), parameter(other), together(one, other)));
                }
            }
        }
        all.sort(Comparator.comparingDouble(pair -> -pair.share().value()));
        return List.copyOf(all);
    }

    private boolean meet(int one, int other) {
        return Box.whole(surrogate.lattice()).where(one).where(other).probability() > 0;
    }

    private Share together(int one, int other) {
        double[] shares = new double[surrogate.trees().size()];
        for (int tree = 0; tree < shares.length; tree++) {
            PairSurface surface =
                    PairSurface.of(surrogate.lattice(), surrogate.trees().get(tree), one, other);
            shares[tree] = Math.min(
                    1, surface.explained() / surrogate.curves().get(tree).variance());
        }
        return Share.of(shares);
    }

    private List<Object> raws(int coordinate) {
        List<Object> raws = new ArrayList<>();
        for (int cell = 0; cell < cells(coordinate).count(); cell++) {
            raws.add(raw(coordinate, cell));
        }
        return raws;
    }

    private Object raw(int coordinate, int cell) {
        Domain domain = parameter(coordinate).domain();
        return domain.fromUnit(cells(coordinate).position(cell));
    }

    private Cells cells(int coordinate) {
        return surrogate.lattice().cells(coordinate);
    }

    private Parameter<?> parameter(int coordinate) {
        return surrogate.lattice().encoding().dimension(coordinate).parameter();
    }
}
