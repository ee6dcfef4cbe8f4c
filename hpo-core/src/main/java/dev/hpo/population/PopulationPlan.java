// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a population is raised.
 *
 * @param size how many members there are, and how long they train
 * @param adjustable the names of the parameters that may change while a member trains, such as a learning rate; what the structure of a model hangs on may not
 * @param pace whether members wait for one another
 * @param explorer how those that have copied another one change
 * @param panda what holds for a population of one
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PopulationPlan(Size size, Set<String> adjustable, Pace pace, Explorer explorer, PandaRules panda) {

    /** What measures best, see decision 32. */
    static final Explorer.Drift USUAL = new Explorer.Drift(0.5, 2);

    /**
     * How many there are, and how long they train.
     *
     * @param members how many train beside one another; at least 1
     * @param generations how many segments each lives through; at least 1
     * @param segment how many steps a segment has, in the unit of the reports; at least 1
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Size(int members, int generations, long segment) {

        /**
         * Creates a size.
         *
         * @throws IllegalArgumentException if a number is below 1, or the last step is no long
         */
        public Size {
            require("members", members);
            require("generations", generations);
            require("segment", segment);
            if (segment > Long.MAX_VALUE / generations) {
                throw new IllegalArgumentException("segment (" + segment + ") times generations (" + generations
                        + ") must be a number of steps below 2^63; take fewer steps");
            }
        }

        private static void require(String what, long number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + " (" + number + ") must be at least 1");
            }
        }

        /** Returns the last step of a member that lives to its end. */
        public long steps() {
            return generations * segment;
        }
    }

    /**
     * What holds for a population of one, the panda.
     *
     * @param children how many children's worth of segments there are, each as much as two trainings; they are raised one after the other, each from another configuration. One
     *     that is given up leaves its segments to the next, and each that is queued beside the first brings its own; at least 1
     * @param patience after how many steps back in a row a child is given up; at least 1
     * @param factor by which a number is nudged at first, up or down; above 1. While that makes no difference that can be told from the noise, it is squared, up to 4
     * @param margin how many times the standard deviation of the noise a nudge must gain to be kept; at least 0. While the noise is not known, nothing is kept
     * @param nudge what a human wants to be tried in the next segment; empty in the usual case
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record PandaRules(int children, int patience, double factor, double margin, Optional<Nudge> nudge) {

        /** What measures best, see decision 32. */
        public static final PandaRules USUAL = new PandaRules(4, 3, 1.25, 1, Optional.empty());

        /**
         * Creates rules.
         *
         * @throws IllegalArgumentException if a number is out of its range
         */
        public PandaRules {
            Size.require("children", children);
            Size.require("patience", patience);
            if (!(factor > 1 && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("factor (" + factor + ") must be above 1 and finite; such as 1.25");
            }
            if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("margin (" + margin + ") must be at least 0 and finite; such as 1");
            }
        }

        /** Returns the same with another number of children. */
        public PandaRules withChildren(int other) {
            return new PandaRules(other, patience, factor, margin, nudge);
        }

        /** Returns the same with something that is tried in the next segment. */
        public PandaRules withNudge(Nudge wanted) {
            return new PandaRules(children, patience, factor, margin, Optional.of(wanted));
        }
    }

    /**
     * Creates a plan.
     *
     * @throws IllegalArgumentException if no parameter is adjustable, or the one is not that a human wants to be nudged; if something is said of a panda that has several members, or of
     *     several members to one
     */
    public PopulationPlan {
        if (adjustable.isEmpty()) {
            throw new IllegalArgumentException(
                    "adjustable parameters ([]) must be at least one, as nothing else may change while a member trains; name one, such as the learning rate, or run an ordinary study");
        }
        adjustable = Set.copyOf(adjustable);
        requireEffect(size, pace, explorer, panda);
        if (panda.nudge().isPresent()
                && !adjustable.contains(panda.nudge().get().parameter())) {
            throw new IllegalArgumentException("nudge of " + panda.nudge().get().parameter()
                    + " must be of an adjustable parameter; take one of " + new TreeSet<>(adjustable));
        }
    }

    private static void requireEffect(Size size, Pace pace, Explorer explorer, PandaRules panda) {
        if (size.members() == 1 && (pace != Pace.SYNCHRONOUS || !explorer.equals(USUAL))) {
            throw new IllegalArgumentException(
                    "pace (" + pace + ") and explorer (" + explorer
                            + ") must be left as they are for one member, as there is nobody to wait for or to copy; take more members");
        }
        if (size.members() > 1 && !panda.equals(PandaRules.USUAL)) {
            throw new IllegalArgumentException("rules of a panda (" + panda + ") must be left as they are for "
                    + size.members() + " members, as they are of a population of one; take 1 member");
        }
    }

    /**
     * Returns a synchronous plan that changes by factors between 0.5 and 2.
     *
     * @param members how many train beside one another; 1 for a panda
     * @param generations how many segments each lives through
     * @param segment how many steps a segment has
     * @param adjustable the names of the parameters that may change while a member trains
     * @throws IllegalArgumentException if a number is below 1, or no parameter is adjustable
     */
    public static PopulationPlan of(int members, int generations, long segment, Set<String> adjustable) {
        return new PopulationPlan(
                new Size(members, generations, segment), adjustable, Pace.SYNCHRONOUS, USUAL, PandaRules.USUAL);
    }

    /** Returns the same at another pace. */
    public PopulationPlan withPace(Pace other) {
        return new PopulationPlan(size, adjustable, other, explorer, panda);
    }

    /** Returns the same with another explorer. */
    public PopulationPlan withExplorer(Explorer other) {
        return new PopulationPlan(size, adjustable, pace, other, panda);
    }

    /** Returns the same with other rules for a population of one. */
    public PopulationPlan withPanda(PandaRules rules) {
        return new PopulationPlan(size, adjustable, pace, explorer, rules);
    }

    /** Returns whether this is a population of one, of which each segment is trained beside a control. */
    public boolean isPanda() {
        return size.members() == 1;
    }

    /** Returns how many segments there are as long as no generation fails as a whole, no child goes back and none is queued: as many trials does a study have, rejected configurations aside. */
    public int trials() {
        long all = isPanda()
                ? panda.children() * (2L * size.generations() - 1)
                : (long) size.members() * size.generations();
        return (int) Math.min(Integer.MAX_VALUE, all);
    }

    /** Returns the step up to which a trial trains: the end of its segment. */
    public long end(TrialRecord trial) {
        return Segment.isNoted(trial) ? Segment.of(trial).to() : size.segment();
    }

    /** Returns what the trials of a study are, those aside that are no part of the population. */
    public Segments segments(History history) {
        return Segments.of(this, history);
    }

    /**
     * Checks that the adjustable parameters are of a space, and that what a human wants to be tried can be.
     *
     * @throws IllegalArgumentException if not
     */
    public void requireFit(Space<?> space) {
        List<String> names = space.parameters().stream().map(Parameter::name).toList();
        for (String name : new TreeSet<>(adjustable)) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("adjustable parameter (" + name + ") must be one of "
                        + space.typeName() + "; take some of " + names);
            }
        }
        panda.nudge().ifPresent(nudge -> space.parameter(nudge.parameter())
                .ifPresent(
                        parameter -> nudge.applied(parameter, parameter.domain().fromUnit(0))));
    }

    /**
     * Reads the plan of a run that is kept, from what {@link #toString} says, wherever in a text that stands. Which parameters are adjustable, and how explorers change them, is told of as far as the
     * diary and the schedule of a run need it: not at all.
     *
     * @return empty if the text says nothing of a population
     */
    public static Optional<PopulationPlan> read(String text) {
        return PlanText.read(text);
    }

    /** The nudge is no part of it: a study that goes on with one is the same. */
    @Override
    public String toString() {
        String what = isPanda()
                ? panda.children() + " x " + size.generations() + " segments of " + size.segment() + " steps, factor "
                        + panda.factor() + ", margin " + panda.margin() + ", patience " + panda.patience()
                : size.members() + " x " + size.generations() + " segments of " + size.segment() + " steps, " + pace
                        + ", " + explorer;
        return what + ", adjusting " + new TreeSet<>(adjustable);
    }
}
