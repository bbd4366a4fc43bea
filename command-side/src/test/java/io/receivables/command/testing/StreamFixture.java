package io.receivables.command.testing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasProperty;
import static org.hamcrest.Matchers.is;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/** One stream: facts are given, the stream decides, and either records facts or refuses. */
public final class StreamFixture<T> {

    private final AggregateTestFixture<T> fixture;
    private final String streamId;

    private StreamFixture(Class<T> type, String streamId) {
        this.fixture = new AggregateTestFixture<>(type);
        // It compares elements of collections by identity where they have no equals, as our mutable parts have none.
        fixture.setReportIllegalStateChange(false);
        this.streamId = streamId;
    }

    public static <T> StreamFixture<T> of(Class<T> type, String streamId) {
        return new StreamFixture<>(type, streamId);
    }

    public Given<T> given(Object... facts) {
        return new Given<>(this, facts);
    }

    public Outcome<T> begins(Callable<T> decision) {
        return new Outcome<>(fixture.givenNoPriorActivity().whenConstructing(decision));
    }

    /** Facts that were recorded. */
    public static final class Given<T> {

        private final StreamFixture<T> stream;
        private final Object[] facts;

        private Given(StreamFixture<T> stream, Object[] facts) {
            this.stream = stream;
            this.facts = facts;
        }

        public Outcome<T> when(Consumer<T> decision) {
            return new Outcome<>(stream.fixture.given(facts).whenInvoking(stream.streamId, decision));
        }
    }

    /** What came of a decision. */
    public static final class Outcome<T> {

        private final ResultValidator<T> result;

        private Outcome(ResultValidator<T> result) {
            this.result = result;
        }

        /** Exactly these facts were recorded. */
        public Outcome<T> then(Object... facts) {
            result.expectSuccessfulHandlerExecution().expectEvents(facts);
            return this;
        }

        public Outcome<T> shows(Consumer<T> state) {
            result.expectState(state);
            return this;
        }

        /** Nothing was recorded; the refusal has this code, and these numbers in its detail. */
        public void refused(ProblemCode code, String... numbers) {
            var matchers = new ArrayList<Matcher<? super Refusal>>();
            matchers.add(new FeatureMatcher<Refusal, ProblemCode>(is(code), "a refusal with the code", "code") {
                @Override
                protected ProblemCode featureValueOf(Refusal refusal) {
                    return refusal.code();
                }
            });
            for (var number : numbers) {
                matchers.add(hasProperty("message", containsString(number)));
            }
            result.expectNoEvents().expectException(allOf(matchers));
        }
    }
}
