FROM iop/java
COPY jars /opt/kafka/jars
COPY kafka-run /etc/kafka/docker/run
EXPOSE 9092
CMD ["/etc/kafka/docker/run"]
