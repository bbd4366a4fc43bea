package io.receivables.query.cashforecast;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CashForecastApi {

    private final GetCashForecast forecast;

    CashForecastApi(GetCashForecast forecast) {
        this.forecast = forecast;
    }

    @GetMapping("/v1/cash-forecast")
    CashForecast get(CashForecastRequest request) {
        return forecast.handle(request);
    }
}
