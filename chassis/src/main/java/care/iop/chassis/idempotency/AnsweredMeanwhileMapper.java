package care.iop.chassis.idempotency;

import care.iop.chassis.idempotency.IdempotentInterceptor.AnsweredMeanwhileException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers the slower of two requests with one key by the faster one's stored answer. */
class AnsweredMeanwhileMapper {

    private final StoredAnswers answers;

    AnsweredMeanwhileMapper(StoredAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response onAnsweredMeanwhile(AnsweredMeanwhileException e) {
        return IdempotentInterceptor.replay(answers.find(e.key()).orElseThrow(), e.hash());
    }
}
